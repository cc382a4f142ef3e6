// Persons (干部) in the registry: found by name, pinyin, ID number; their posts over time.
import type { ManagedBy } from "#casework/subject.ts";
import type { IdNumberKeys } from "#access/id-number.ts";
import type { Transaction } from "./database.ts";
import type { Counted, Page } from "./page.ts";

export type Sex = "male" | "female";
export type Person = {
  id: string;
  name: string;
  sex: Sex;
  partyMember: boolean;
  idNumberMasked: string;
  organizationId: string;
  organizationName: string;
  post: string | null;
  level: string | null;
  leadingPost: boolean;
  managedBy: ManagedBy;
};
/** `from` is the ISO day on which the present post began. */
export type NewPerson = Omit<Person, "idNumberMasked" | "organizationName"> & { idNumber: string; from: string };
/** `to` is the last day of the post, null while it is held. */
export type PostHeld = {
  organizationId: string;
  organizationName: string;
  post: string;
  level: string | null;
  from: string;
  to: string | null;
};

/** Adds a person with the post now held. "taken" when somebody with this ID number is there already. */
export async function addPerson(
  _trx: Transaction,
  _keys: IdNumberKeys,
  _person: NewPerson,
): Promise<"added" | "taken"> {
  throw new Error("being written");
}

/** Many at once, for a first load; the ID numbers must be new. */
export async function addPersons(
  _trx: Transaction,
  _keys: IdNumberKeys,
  _persons: readonly NewPerson[],
): Promise<void> {
  throw new Error("being written");
}

/** Earlier posts for the history; they do not change the present one. */
export async function addPosts(
  _trx: Transaction,
  _posts: readonly {
    personId: string;
    organizationId: string;
    post: string;
    level: string | null;
    from: string;
    to: string | null;
  }[],
): Promise<void> {
  throw new Error("being written");
}

export async function findPersons(_trx: Transaction, _ids: readonly string[]): Promise<Person[]> {
  throw new Error("being written");
}

/** By name, part of a name, full pinyin or initials; all when `query` is empty. Sorted by name, then id. */
export async function searchPersons(
  _trx: Transaction,
  _asked: { query: string; organizationId: string | null } & Page,
): Promise<Counted<Person>> {
  throw new Error("being written");
}

/**
 * For each asked name, in order, the persons it may mean: by id if given, else by ID number if given, else by exact name,
 * narrowed by unit when one or more of that name work in a unit whose name contains it. Empty: no such person.
 */
export async function matchPersons(
  _trx: Transaction,
  _keys: IdNumberKeys,
  _asked: readonly { name: string; unit: string; idNumber: string; personId: string | null }[],
): Promise<Person[][]> {
  throw new Error("being written");
}

/** Posts of one person, the latest first. */
export async function postsOf(_trx: Transaction, _personId: string): Promise<PostHeld[]> {
  throw new Error("being written");
}

/** The whole ID number, for the rare use that needs it. The caller logs the reading. */
export async function idNumberOf(_trx: Transaction, _keys: IdNumberKeys, _personId: string): Promise<string | null> {
  throw new Error("being written");
}
