// What one row of an import would do: what is wrong with it, what it changes, and what is then written.
import type { RowDetail, RowOutcome } from "../contract.ts";
import type { FileRow } from "#files/read/sheet-rows.ts";
import type { ImportKind } from "../rules/import-column-names.ts";
import { columnsOf } from "../rules/import-column-names.ts";
import type { Law } from "#law/compile/law.ts";
import type { NewGrade } from "#registry/rows/grades.ts";
import type { NewHonour } from "#registry/rows/honours.ts";
import type { NewPerson, Person, PersonContent } from "#registry/rows/persons.ts";
import type { NewPost } from "#registry/rows/posts.ts";
import type { OrganizationStanding } from "#registry/rows/organizations.ts";
import { cellAt } from "./headings.ts";
import type { Places } from "./headings.ts";
import { rowOfKin } from "./words.ts";
import type { RelativeTold } from "./cell-values.ts";

/** What a row that is right writes; all of it or none. */
export type Writing = {
  adds: NewPerson[];
  changes: { person: Person; to: PersonContent }[];
  formerNames: { personId: string; name: string }[];
  relatives: ({ personId: string } & RelativeTold)[];
  grades: NewGrade[];
  honours: NewHonour[];
  /** Posts now held that end the day before, and posts that begin. */
  ends: { personId: string; before: string }[];
  posts: NewPost[];
};
export type Planned = { row: number; name: string; outcome: RowOutcome; detail: RowDetail; writing: Writing };

export function nothing(): Writing {
  return { adds: [], changes: [], formerNames: [], relatives: [], grades: [], honours: [], ends: [], posts: [] };
}

/** The organizations by each name that they have or had; several of one name are told apart by nothing. */
export type Units = ReadonlyMap<string, readonly OrganizationStanding[]>;

const unitColumns: ReadonlySet<string> = new Set(["unit", "unitAndPost"]);

/** One row while it is planned: cells by column, problems and changes as they are found. */
export class RowPlan {
  readonly row: number;
  readonly writing: Writing = nothing();
  readonly detail: RowDetail = { problems: [], changes: [] };
  /** The registered person whom it tells of. */
  about: string | null = null;
  readonly #kind: ImportKind;
  readonly #places: Places;
  readonly #cells: readonly string[];

  constructor(kind: ImportKind, places: Places, { row, cells }: FileRow) {
    this.row = row;
    this.#kind = kind;
    this.#places = places;
    this.#cells = cells;
  }

  cell(id: string): string {
    const text = cellAt(this.#places, this.#cells, id);
    // A line break or a blank that a narrow column needed is no part of a unit's name.
    return unitColumns.has(id) ? text.replaceAll(/\s+/gu, "") : text;
  }

  /** Notes what is wrong in a column, and what to do; answers null, so that it can be returned. */
  wrong(column: string, message: string): null {
    this.detail.problems.push({ column: this.#heading(column), message });
    return null;
  }

  /** Notes a change where there is one. */
  change(column: string, before: string, after: string): boolean {
    if (before === after) return false;
    this.detail.changes.push({ column: this.#heading(column), before, after });
    return true;
  }

  /** `kin`: persons of whom whoever brings the row may change nothing. */
  finish(kin: ReadonlySet<string>): Planned {
    if (this.about !== null && kin.has(this.about) && this.detail.changes.length > 0) this.wrong("name", rowOfKin);
    const isWrong = this.detail.problems.length > 0;
    const outcome = isWrong
      ? "error"
      : this.writing.adds.length > 0
        ? "new"
        : this.detail.changes.length > 0
          ? "change"
          : "same";
    return {
      row: this.row,
      name: this.cell("name").slice(0, 50),
      outcome,
      detail: isWrong ? { problems: this.detail.problems, changes: [] } : this.detail,
      writing: isWrong ? nothing() : this.writing,
    };
  }

  #heading(column: string): string {
    return columnsOf(this.#kind).find(({ id }) => id === column)?.heading ?? "";
  }
}

/**
 * What all rows of a batch are planned by. `like` has what may be meant by words that no unit is called; `today` is an ISO day, `newId` gives
 * ids of new persons.
 */
export type PlanContext = {
  law: Law;
  units: Units;
  like: ReadonlyMap<string, readonly string[]>;
  today: string;
  newId: () => string;
};
