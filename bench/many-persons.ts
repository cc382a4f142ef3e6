// Persons in great number, written straight into the registry's tables: what is measured is finding them.

import { sql } from "kysely";
import type { Database } from "#database/database.ts";
import { readNames } from "#registry/rows/name-sounds.ts";
import { gramsOf } from "#database/search.ts";
import { randomFrom } from "./random.ts";
import type { Random } from "./random.ts";

export const jurisdictionId = "zone";
export const units = 3000;

const surnames = Array.from(
  "王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董乐单仇区查盖解",
);
const first = Array.from("建志国文明海永学德宏立振庆少景长继启卓子承士思晓彦守宗雅淑春秀玉桂雪丽佳若慧静红瑞月亚诗婉");
const second = Array.from(
  "军华平东峰成林强辉生刚民福祥波宁伟新远安良山航霖泽昌岩芳英梅兰娟霞燕玲云萍敏琴洁颖雯怡琳瑜蓉乐",
);
const posts = [
  "局长",
  "副局长",
  "主任",
  "副主任",
  "科长",
  "科员",
  "书记",
  "四级主任科员",
  "二级主任科员",
  "办公室主任",
];
const levels = ["县处级副职", "乡科级正职", "乡科级副职", "科员级", "科员级"];

/** Persons `from` to `to`, deterministic. As the owner of the tables. */
export async function addManyPersons(database: Database, from: number, to: number): Promise<void> {
  await sql`INSERT INTO post_title (jurisdiction_id, post) SELECT ${jurisdictionId}::text, post FROM unnest(${posts}::text[]) AS new (post)
    ON CONFLICT DO NOTHING`.execute(database.kysely);
  const random = randomFrom(from);
  const size = 10_000;
  for (let start = from; start <= to; start += size) {
    const batch = peopleOf(random, start, Math.min(size, to - start + 1));
    const sounds = await readNames(batch.map(({ name }) => name));
    const column = <K extends keyof (typeof batch)[number]>(key: K) => batch.map((row) => row[key]);
    const grams = batch.map(({ name, tail }) => [...gramsOf(name), `#${tail}`].join(" "));
    await sql`INSERT INTO person (jurisdiction_id, id, name, sex, party_member, organization_id, post, level, leading_post, managed_by, id_number_sealed,
        id_number_masked, id_number_fingerprint, search_text, search)
      SELECT ${jurisdictionId}, id, name, 'male', true, unit, post, level, false, 'unit', '', '990181********' || tail, id, name, string_to_array(grams, ' ')
      FROM unnest(${column("id")}::text[], ${column("name")}::text[], ${column("post")}::text[], ${column("level")}::text[], ${column("tail")}::text[], ${batch.map(({ unit }) => `u${unit}`)}::text[],
        ${grams}::text[]) AS new (id, name, post, level, tail, unit, grams)`.execute(database.kysely);
    const heard = batch.flatMap(({ id, name }) => {
      const read = sounds.get(name);
      return [
        ...(read?.whole ?? []).map((sound) => ({ id, kind: "p", sound })),
        ...(read?.initials ?? []).map((sound) => ({ id, kind: "i", sound })),
      ];
    });
    await sql`INSERT INTO person_sound (jurisdiction_id, kind, sound, person_id)
      SELECT ${jurisdictionId}, new.* FROM unnest(${heard.map(({ kind }) => kind)}::text[], ${heard.map(({ sound }) => sound)}::text[],
        ${heard.map(({ id }) => id)}::text[]) AS new`.execute(database.kysely);
  }
}

type Invented = { id: string; name: string; post: string; level: string; tail: string; unit: number };

function peopleOf(random: Random, start: number, count: number): Invented[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${String(start + index).padStart(8, "0")}`,
    name: random.pick(surnames) + random.pick(first) + random.pick(second),
    post: random.pick(posts),
    level: random.pick(levels),
    tail: String(random.between(0, 9999)).padStart(4, "0"),
    unit: random.between(1, units),
  }));
}

const kinds = ["财政局", "教育局", "街道办事处", "水务公司", "社区党委"];

/** The units they work in. */
export async function addManyUnits(database: Database): Promise<void> {
  await sql`INSERT INTO organization (jurisdiction_id, id, name, kind, managed_by)
    SELECT ${jurisdictionId}, 'u' || n, (${kinds}::text[])[n % ${sql.lit(kinds.length)} + 1] || n, 'government', 'unit'
    FROM generate_series(1, ${sql.lit(units)}) AS n`.execute(database.kysely);
  await sql`INSERT INTO organization_name (jurisdiction_id, organization_id, ordinal, name)
    SELECT jurisdiction_id, id, 1, name FROM organization WHERE jurisdiction_id = ${jurisdictionId}`.execute(
    database.kysely,
  );
}
