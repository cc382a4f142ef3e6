// What an answer without reserve rests on, made for a test by the acts themselves: the history declared complete, and every norm decided on.
import { randomUUID } from "node:crypto";
import type { Answer } from "#kernel/answer.ts";
import type { App } from "#kernel/app.ts";
import { confirmHistory, stateHistory } from "#law-admin/uses/history.ts";
import { countersignInterpretation, enterInterpretation } from "#law-admin/uses/interpretations.ts";
import { todayOf } from "#kernel/time.ts";
import type { Actor } from "#casework/actor.ts";
import { barringNorms } from "#law-admin/rules/norm.ts";

/** An officer of each of the two bodies. */
export type Bodies = { discipline: Actor; personnel: Actor };

/** Complete since 1990; no norm that nobody has checked is applied. */
export async function promise(app: App, bodies: Bodies): Promise<void> {
  await declareHistory(app, bodies, "1990-01-01");
  for (const [index, { pack, rule }] of barringNorms(app.law).entries()) {
    const { interpretationId } = done(
      await enterInterpretation(app, bodies.discipline, {
        key: randomUUID(),
        body: "discipline-committee",
        number: `试认〔2026〕${index + 1}号`,
        on: todayOf(app),
        validFrom: pack.validity.from,
        anchor: rule.cite,
        question: rule.summary.zh,
        text: "正式文本无此规定",
        effect: {
          type: "norm",
          pack: pack.id,
          rule: rule.id,
          decision: "not-applied",
          passage: "无对应条款",
          source: "试验文本",
        },
        replaces: null,
      }),
    );
    const signing = { interpretationId, body: "personnel-department", agreed: true, reasons: "", key: randomUUID() };
    done(await countersignInterpretation(app, bodies.personnel, signing));
  }
}

/** Everything is recorded whose effect reaches that day (ISO) or later. */
export async function declareHistory(app: App, { discipline, personnel }: Bodies, since: string): Promise<void> {
  const stated = done(
    await stateHistory(app, personnel, {
      key: randomUUID(),
      of: { type: "district", since },
      entered: "在册干部的处理、处分",
      basis: "清理报告",
    }),
  );
  done(await confirmHistory(app, discipline, { ...stated, key: randomUUID(), confirmed: true, reasons: "" }));
}

function done<T>(administered: Answer<T>): T {
  if (administered.type !== "done") throw new Error(JSON.stringify(administered));
  return administered.answer;
}
