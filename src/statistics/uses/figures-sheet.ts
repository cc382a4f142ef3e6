// The figures of persons restricted on a day as a spreadsheet: figures on one sheet, every restriction behind them on the other.
import type { RestrictedFigures } from "../contract.ts";
import { kinOf } from "#casework/actor.ts";
import type { Actor } from "#casework/actor.ts";
import { renderXlsx } from "#files/render/xlsx.ts";
import { citedWords } from "#law/text/cited-words.ts";
import type { Law } from "#law/compile/law.ts";
import { inRetriedTransaction } from "#database/database.ts";
import { restrictedFigures, restrictionsOn } from "../rows.ts";
import type { RestrictedOn } from "../rows.ts";
import { scopeOf } from "#kernel/app.ts";
import type { App } from "#kernel/app.ts";
import { nameOfCause } from "#eligibility/uses/restriction-view.ts";
import {
  countedAsOfNow,
  cutAfter,
  figureColumns,
  figureGroups,
  fileNameOf,
  personsCounted,
  prefaceLabels,
  restrictionColumns,
  sheetNames,
  statisticsName,
  titleOf,
} from "./words.ts";
import { exportSheet } from "#kernel/uses/sheet-export.ts";

/** More rows are not put into one sheet, and the sheet says so. */
const maxRows = 50_000;

/** `on`: an existing day, ISO. */
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
      const those = { day: on, layer, except: kinOf(actor) };
      const names = await exportSheet(app, trx, actor, {
        what: "export-figures",
        most: maxRows,
        pageOf: (page) => restrictionsOn(trx, { ...those, ...page }),
        bodyOf: (restrictions) => ({ ...asked, restrictions, purpose: statisticsName }),
      });
      return { ...names, figures: await restrictedFigures(trx, those) };
    },
  );
  const title = titleOf(app.jurisdictionName, on);
  const preface = [
    { label: prefaceLabels.day, text: on },
    { label: prefaceLabels.layer, text: app.law.vocabulary.names.layers[layer].zh },
    { label: prefaceLabels.counting, text: countedAsOfNow },
    { label: prefaceLabels.persons, text: personsCounted(figures.persons) },
    ...taken.preface,
  ];
  const cut = isCut ? [{ label: prefaceLabels.cut, text: cutAfter(maxRows) }] : [];
  const bytes = await renderXlsx(
    { name: sheetNames.figures, title, preface, columns: figureColumns, rows: figureRows(app.law, figures), watermark },
    {
      name: sheetNames.restrictions,
      title,
      preface: [...preface, ...cut],
      columns: restrictionColumns,
      rows: restrictionRows(app.law, rows),
      watermark,
    },
  );
  return { name: fileNameOf(on, serial), bytes };
}

function figureRows(law: Law, { byBars, byCause, byUnit, byMonth }: RestrictedFigures): string[][] {
  const { purposes, measures, sanctions } = law.vocabulary;
  const named = (ids: readonly { id: string; name: { zh: string } }[], id: string) =>
    ids.find((one) => one.id === id)?.name.zh ?? id;
  return [
    ...byBars.map(({ id, persons }) => [figureGroups.bars, named(purposes, id), String(persons)]),
    ...byCause.map(({ id, persons }) => [figureGroups.cause, named([...measures, ...sanctions], id), String(persons)]),
    ...byUnit.map(({ name, persons }) => [figureGroups.unit, name, String(persons)]),
    ...byMonth.map(({ day, persons }) => [figureGroups.month, day, String(persons)]),
  ];
}

function restrictionRows(law: Law, rows: readonly RestrictedOn[]): string[][] {
  const purposeOf = (id: string) => law.vocabulary.purposes.find((one) => one.id === id)?.name.zh ?? id;
  return rows.map(({ name, unit, bars, causeType, causeKind, from, until, cite }, index) => [
    String(index + 1),
    name,
    unit,
    purposeOf(bars),
    nameOfCause(law, causeType, causeKind).zh,
    from,
    until,
    cite.label.zh,
    citedWords(cite).zh,
  ]);
}
