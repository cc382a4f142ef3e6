// Organizations (单位) of the zone, as a tree.
import type { ManagedBy } from "#casework/subject.ts";
import type { Transaction } from "./database.ts";

export type OrganizationKind = "party" | "government" | "enterprise" | "other";
export type Organization = {
  id: string;
  parentId: string | null;
  name: string;
  kind: OrganizationKind;
  managedBy: ManagedBy;
};

export async function addOrganization(_trx: Transaction, _organization: Organization): Promise<void> {
  throw new Error("being written");
}

/** All of them, parents before children, then by name. */
export async function listOrganizations(_trx: Transaction): Promise<Organization[]> {
  throw new Error("being written");
}

export async function findOrganizations(_trx: Transaction, _ids: readonly string[]): Promise<Organization[]> {
  throw new Error("being written");
}
