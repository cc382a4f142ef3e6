// Case rows in great number, written straight into the ledger's table: what is measured is reading it.

import { sql } from "kysely";
import { caseStages, openStages } from "#casework/stages.ts";
import type { CaseStage } from "#casework/stages.ts";
import type { Database } from "#database/database.ts";
import { gramsOf } from "#database/search.ts";
import { randomFrom } from "./random.ts";

export const jurisdictionId = "zone";

/** A word in one title of ten, and one in a single title of five hundred. */
export const commonWord = "环保";
export const rareWord = "纵火";

const subjects = ["信访", "扶贫", "拆迁", "招标", "安监", "食药", "教育", "医疗", "财政"];
const faults = ["事项久拖不决", "监管不到位", "整改不落实", "工作推动不力", "反馈问题敷衍整改", "决策部署打折扣"];
const surnames = Array.from("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨");
const given = Array.from("知明立德建文志国海云松柏青山");

/** Rows `from` to `to` (numbers of the ledger), deterministic. As the owner of the tables. */
export async function addCases(database: Database, from: number, to: number): Promise<void> {
  const random = randomFrom(from);
  const stages: CaseStage[] = caseStages.flatMap((stage) =>
    Array.from<CaseStage>({ length: stage === "closed" ? 20 : stage === "inquiry" ? 3 : 1 }).fill(stage),
  );
  const size = 1000;
  for (let first = from; first <= to; first += size) {
    const count = Math.min(size, to - first + 1);
    const batch = Array.from({ length: count }, (_, index) => {
      const ordinal = first + index;
      const word = random.chance(0.002) ? rareWord : random.chance(0.1) ? commonWord : random.pick(subjects);
      const person = random.pick(surnames) + random.pick(given) + random.pick(given);
      const title = `${word}${random.pick(faults)}`;
      const number = `云问责〔2024〕${ordinal}号`;
      const stage = random.pick(stages);
      const text = [number, title, person].join("\n").toLowerCase();
      return {
        ordinal,
        number,
        title,
        person,
        stage,
        day: random.between(17897, 20453),
        text,
        grams: gramsOf(text).join(" "),
      };
    });
    const column = <K extends keyof (typeof batch)[number]>(name: K) => batch.map((row) => row[name]);
    await sql`INSERT INTO matter (jurisdiction_id, id, kind, number, year, ordinal, title, stage, version, registered_by, opened_on, due_on, updated_at,
        concerned, next_steps, actors_by_act, search_text, search, effected_by)
      SELECT ${jurisdictionId}, 'case-' || lpad(ordinal::text, 7, '0'), 'case', number, 2024, ordinal, title, stage, 9, 'officer', '1970-01-01'::date + day,
        '1970-01-01'::date + day + 90, '2024-12-01T00:00:00.000Z', ARRAY[person], string_to_array(steps, ' '), '{}', text, string_to_array(grams, ' '), '{}'
      FROM unnest(${column("ordinal")}::integer[], ${column("number")}::text[], ${column("title")}::text[], ${column("person")}::text[], ${column("stage")}::text[],
        ${column("day")}::integer[], ${column("text")}::text[], ${column("grams")}::text[],
        ${batch.map(({ stage }) => (openStages.includes(stage) ? "propose" : ""))}::text[]) AS new (ordinal, number, title, person, stage, day, text, grams, steps)`.execute(
      database.kysely,
    );
  }
  await sql`VACUUM (ANALYZE) matter`.execute(database.kysely);
}
