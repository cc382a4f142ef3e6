// Cells as offices fill them: each kind of cell to what it means, one table for every door.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, isUntilNow, wholeDayOf } from "./cell-day.ts";
import { idNumberOf, typedIdNumber } from "./cell-id-number.ts";
import { levelOf } from "./cell-level.ts";
import { nameOf, namesIn } from "./cell-name.ts";

const levels = ["厅局级正职", "厅局级副职", "县处级正职", "县处级副职", "乡科级正职", "乡科级副职", "科员级"].map(
  (id) => ({ id }),
);

test("names: what is typeset, invisible or a variant is one form", () => {
  for (const [text, name] of [
    ["姜 雅瑜", "姜雅瑜"],
    ["姜\u3000雅\u00A0瑜", "姜雅瑜"],
    ["姜\u200B雅\u00AD瑜\uFEFF", "姜雅瑜"],
    ["⾼明", "高明"],
    ["买买提•吐尔逊", "买买提·吐尔逊"],
    ["买买提 . 吐尔逊", "买买提·吐尔逊"],
    ["阿依古丽", "阿依古丽"],
    ["Ann  Lee", "Ann Lee"],
    ["", ""],
  ] as const)
    assert.equal(nameOf(text), name, JSON.stringify(text));
});

test("names: what stands around a name is no part of it, and what is several is several", () => {
  for (const [text, names] of [
    ["姜雅瑜（女）", ["姜雅瑜"]],
    ["（3）姜雅瑜", ["姜雅瑜"]],
    ["①姜雅瑜", ["姜雅瑜"]],
    ["1、姜雅瑜", ["姜雅瑜"]],
    ["（一）姜雅瑜", ["姜雅瑜"]],
    ["姜雅瑜同志", ["姜雅瑜"]],
    ["姜雅瑜、刘淑洁", ["姜雅瑜", "刘淑洁"]],
    ["姜雅瑜\n刘淑洁", ["姜雅瑜", "刘淑洁"]],
    ["姜雅瑜。刘淑洁", ["姜雅瑜", "刘淑洁"]],
    ["姜雅瑜（党委书记、董事长）", ["姜雅瑜"]],
    ["  ", []],
  ] as const)
    assert.deepEqual(
      namesIn(text).map(({ name }) => name),
      names,
      text,
    );
});

test("ID numbers: cleaned where they are one, told where they are none", () => {
  for (const [text, type, number] of [
    ["990181198405100026", "number", "990181198405100026"],
    ["９９０１８１１９８４０５１０００２６", "number", "990181198405100026"],
    ["990181 19840510 0026", "number", "990181198405100026"],
    ["990181-19840510-0026", "number", "990181198405100026"],
    ["'21050219850505342x", "number", "21050219850505342X"],
    ['="990181198405100026"', "number", "990181198405100026"],
    ["210502800307123", "number", "210502198003071230"],
    ["9.90181198405100E+17", "spoilt", null],
    ["9.90181E+17", "spoilt", null],
    ["990181********0026", "masked", null],
    ["无", "none", null],
    ["#N/A", "none", null],
    ["", "none", null],
    ["99018119840510002", "not-a-number", null],
    ["9901811984051000260", "not-a-number", null],
    ["长期", "not-a-number", null],
  ] as const) {
    const read = idNumberOf(text);
    assert.equal(read.type, type, text);
    if (number !== null) assert.equal(typedIdNumber(text), number, text);
  }
});

test("days: as they are written, and none where none is meant", () => {
  for (const [text, day] of [
    ["2024-03-01", "2024-03-01"],
    ["2024.3", "2024-03-01"],
    ["2024年3月", "2024-03-01"],
    ["2024. 3", "2024-03-01"],
    ["２０２４．０３．０５", "2024-03-05"],
    ["2024年3月5日", "2024-03-05"],
    ["20240305", "2024-03-05"],
    ["202403", "2024-03-01"],
    ["2024/13/1", null],
    ["2023-02-29", null],
    ["2024-02-29", "2024-02-29"],
    ["至今", null],
    ["45352", null],
  ] as const)
    assert.equal(dayOf(text), day, text);
  for (const [text, day] of [
    ["2026.11.05", "2026-11-05"],
    ["2026/11/5", "2026-11-05"],
    ["2026年11月05日", "2026-11-05"],
    ["20261105", "2026-11-05"],
    ["２０２６-１１-０５", "2026-11-05"],
    ["2026-11-05 ", "2026-11-05"],
    ["2026-11", null],
    ["2026年11月", null],
    ["202611", null],
    ["2026-11-31", null],
    ["明天", null],
  ] as const)
    assert.equal(wholeDayOf(text), day, text);
  assert.ok(isUntilNow("至今") && isUntilNow(" 今 ") && !isUntilNow("2024"));
});

test("levels: as people say them", () => {
  for (const [text, level] of [
    ["正科级", "乡科级正职"],
    ["副科", "乡科级副职"],
    ["副处级", "县处级副职"],
    ["正处", "县处级正职"],
    ["正 厅 级", "厅局级正职"],
    ["乡科级正职", "乡科级正职"],
    ["乡科级副", "乡科级副职"],
    ["科员级", "科员级"],
    ["拟任正科级", "乡科级正职"],
    ["大学", null],
    ["特级", null],
    ["四级主任科员", null],
  ] as const)
    assert.equal(levelOf(levels, text), level, text);
});
