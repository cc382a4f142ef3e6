// The organizations in the order of their tree, each with its depth.
import type { OrganizationRow } from "../../contract.ts";

export type Node = OrganizationRow & { depth: number };

/** Parents before their children, in the order given; one whose parent is unknown stands at the top. */
export function treeOf(organizations: readonly OrganizationRow[]): Node[] {
  const known = new Set(organizations.map((one) => one.organizationId));
  const below = new Map<string | null, OrganizationRow[]>();
  for (const one of organizations) {
    const parent = one.parentId !== null && known.has(one.parentId) ? one.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), one]);
  }
  const nodes: Node[] = [];
  const descend = (parent: string | null, depth: number): void => {
    for (const one of below.get(parent) ?? []) {
      nodes.push({ ...one, depth });
      descend(one.organizationId, depth + 1);
    }
  };
  descend(null, 0);
  return nodes;
}
