// The figures of who was restricted on a day as a spreadsheet: the figures on one sheet, every restriction behind them on the other.
import type { RestrictedFigures } from "#registry/contract.ts";
import type { Actor } from "#casework/actor.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { citedWords } from "#law/text/cited-words.ts";
import type { Law } from "#law/compile/law.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { restrictedFigures, restrictionsOn } from "../rows.ts";
import type { RestrictedOn } from "../rows.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { nameOf } from "#eligibility/uses/restriction-view.ts";
import { takeOut } from "#kernel/uses/taken-out.ts";

const figureColumns = [
  { heading: "分类", width: 16 },
  { heading: "项目", width: 36 },
  { heading: "人数", width: 10 },
] as const;
const namesColumns = [
  { heading: "序号", width: 6 },
  { heading: "姓名", width: 12 },
  { heading: "当日单位", width: 28 },
  { heading: "限制", width: 18 },
  { heading: "原因", width: 18 },
  { heading: "起始日", width: 14 },
  { heading: "最后受限日", width: 14 },
  { heading: "依据条款", width: 40 },
  { heading: "条文", width: 60 },
] as const;

/** More are not put into one sheet, and it says so. */
const most = 50_000;

/** The day must exist. */
export async function exportFigures(
  app: App,
  actor: Actor,
  asked: { on: string; layer: "regulation" | "upper" },
): Promise<{ name: string; bytes: Uint8Array }> {
  const { on, layer } = asked;
  const { figures, rows, isCut, serial, watermark, ...taken } = await inRetriedTransaction(
    app.database,
    scopeOf(app, actor.accountId),
    async (trx) => {
      // Nobody looks up with an office's rights what is held against themselves.
      const those = { day: on, layer, except: actor.personId };
      const names = await takeOut(app, trx, actor, {
        what: "export-figures",
        most,
        pageOf: (page) => restrictionsOn(trx, { ...those, ...page }),
        bodyOf: (restrictions) => ({ ...asked, restrictions, purpose: "受限情况统计" }),
      });
      return { ...names, figures: await restrictedFigures(trx, those) };
    },
  );
  const title = `${app.jurisdictionName} ${on} 受限情况统计`;
  const preface = [
    { label: "统计日", text: on },
    { label: "层次", text: app.law.vocabulary.names.layers[layer].zh },
    { label: "口径", text: "按现行法规和现有措施计算，撤销、变更后的决定不再计入" },
    { label: "受限人数", text: `${figures.persons}人` },
    ...taken.preface,
  ];
  const cut = isCut ? [{ label: "未列全", text: `名单超过${most}行，只列出最先期满的部分` }] : [];
  const bytes = await renderXlsx(
    { name: "统计", title, preface, columns: figureColumns, rows: figureRows(app.law, figures), watermark },
    {
      name: "名单",
      title,
      preface: [...preface, ...cut],
      columns: namesColumns,
      rows: nameRows(app.law, rows),
      watermark,
    },
  );
  return { name: `受限情况统计-${on}-${serial}.xlsx`, bytes };
}

function figureRows(law: Law, { byBars, byCause, byUnit, byMonth }: RestrictedFigures): string[][] {
  const { purposes, measures, sanctions } = law.vocabulary;
  const named = (ids: readonly { id: string; name: { zh: string } }[], id: string) =>
    ids.find((one) => one.id === id)?.name.zh ?? id;
  return [
    ...byBars.map(({ id, persons }) => ["限制", named(purposes, id), String(persons)]),
    ...byCause.map(({ id, persons }) => ["原因", named([...measures, ...sanctions], id), String(persons)]),
    ...byUnit.map(({ name, persons }) => ["当日单位", name, String(persons)]),
    ...byMonth.map(({ day, persons }) => ["逐月", day, String(persons)]),
  ];
}

function nameRows(law: Law, rows: readonly RestrictedOn[]): string[][] {
  const purposeOf = (id: string) => law.vocabulary.purposes.find((one) => one.id === id)?.name.zh ?? id;
  return rows.map(({ name, unit, bars, causeType, causeKind, from, until, cite }, index) => [
    String(index + 1),
    name,
    unit,
    purposeOf(bars),
    nameOf(law, causeType, causeKind).zh,
    from,
    until,
    cite.label.zh,
    citedWords(cite).zh,
  ]);
}
