// What an answer without reserve rests on in the demonstration district: the history declared complete, and each norm decided on soon after it was there.
import type { App } from "#kernel/app.ts";
import { confirmHistory, stateHistory } from "#law-admin/uses/history.ts";
import { countersignInterpretation, enterInterpretation } from "#law-admin/uses/interpretations.ts";
import { barringNorms } from "#law-admin/rules/norm.ts";
import type { BarringNorm } from "#law-admin/rules/norm.ts";
import { citationOf } from "#law/text/cite.ts";
import type { Law } from "#law/compile/law.ts";
import { done } from "./moment.ts";
import type { Moment } from "./moment.ts";
import { dice, uuid } from "./seeded.ts";
import { actorOf } from "./telling.ts";

/** The first day on which the regulation was in force: everything whose effect reaches it was entered when the register was made. */
export const declaredSince = "2019-04-25";

const key = (what: string): string => uuid(dice(`前提 ${what}`));

export function promised(law: Law): Moment[] {
  return [
    { at: "2019-04-28T02:00:00Z", take: declare },
    ...barringNorms(law).map((norm, index): Moment => ({
      at: `${decidedOn(norm.pack)}T03:${String(index % 60).padStart(2, "0")}:00Z`,
      take: (app) => decide(app, norm, index + 1),
    })),
  ];
}

async function declare(app: App): Promise<void> {
  const stated = done(
    await stateHistory(app, actorOf("zuzhi"), {
      key: key("历史"),
      of: { type: "district", since: declaredSince },
      entered:
        "在册干部截至本办法施行之日尚在影响期内的问责、组织处理和党纪政务处分，含长期有效的，均已核对个人档案后录入。",
      basis: "干部处理处分情况清理报告（演示）",
    }),
  );
  done(await confirmHistory(app, actorOf("jijian"), { ...stated, key: key("历史确认"), confirmed: true, reasons: "" }));
}

/** Six weeks after the norm came into force, and not before the district had its accounts. */
function decidedOn(pack: BarringNorm["pack"]): string {
  const later = Temporal.PlainDate.from(pack.validity.from).add({ weeks: 6 }).toString();
  return later < "2019-04-29" ? "2019-04-29" : later;
}

async function decide(app: App, { pack, rule }: BarringNorm, number: number): Promise<void> {
  const on = decidedOn(pack);
  const entered = done(
    await enterInterpretation(app, actorOf("jijian"), {
      key: key(`认定 ${pack.id} ${rule.id}`),
      body: "discipline-committee",
      number: `云高纪认〔${on.slice(0, 4)}〕${number}号`,
      on,
      validFrom: pack.validity.from,
      anchor: rule.cite,
      question: rule.summary.zh,
      text: "演示：按大意认定适用，正式使用时须对照正式文本另行认定。",
      effect: {
        type: "norm",
        pack: pack.id,
        rule: rule.id,
        decision: "applies",
        passage: citationOf(pack, rule).label.zh,
        source: "演示数据，未附正式文本",
      },
      replaces: null,
    }),
  );
  done(
    await countersignInterpretation(app, actorOf("zuzhi"), {
      ...entered,
      key: key(`会签 ${pack.id} ${rule.id}`),
      body: "personnel-department",
      agreed: true,
      reasons: "",
    }),
  );
}
