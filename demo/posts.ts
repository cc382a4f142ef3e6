// Which posts each kind of organization has, from the head down, with level and management.
import type { ManagementLevel } from "#law/pack/vocabulary.ts";
import type { DemoOrganization } from "./organizations.ts";

export type Seat = { post: string; level: string; leading: boolean; managedBy: ManagementLevel };

const head = (post: string): Seat => ({ post, level: "乡科级正职", leading: true, managedBy: "zone" });
const deputy = (post: string): Seat => ({ post, level: "乡科级副职", leading: true, managedBy: "zone" });
const section = (post: string): Seat => ({ post, level: "科员级", leading: true, managedBy: "unit" });
const staff = (post: string): Seat => ({ post, level: "科员级", leading: false, managedBy: "unit" });
const summit = (post: string, level: string): Seat => ({ post, level, leading: true, managedBy: "city" });

function times(count: number, seat: Seat): Seat[] {
  return Array.from({ length: count }, () => seat);
}

const seatsOfRole: Record<Exclude<DemoOrganization["role"], "summit">, readonly Seat[]> = {
  discipline: [
    summit("纪检监察工委书记", "县处级副职"),
    head("副书记"),
    head("副书记"),
    deputy("监督检查室主任"),
    deputy("审查调查室主任"),
    deputy("案件审理室主任"),
    deputy("综合室主任"),
    ...times(15, staff("纪检监察干部")),
  ],
  department: [
    head("主任"),
    ...times(3, deputy("副主任")),
    section("综合科科长"),
    section("业务一科科长"),
    section("业务二科科长"),
    ...times(9, staff("科员")),
  ],
  bureau: [
    head("局长"),
    ...times(3, deputy("副局长")),
    section("办公室主任"),
    section("综合科科长"),
    section("监督管理科科长"),
    section("业务科科长"),
    ...times(9, staff("科员")),
  ],
  "street-party": [
    head("党工委书记"),
    deputy("党工委副书记"),
    deputy("党工委副书记"),
    deputy("纪检监察工委书记"),
    deputy("组织委员"),
    deputy("宣传委员"),
    ...times(8, staff("科员")),
  ],
  "street-office": [
    head("主任"),
    ...times(4, deputy("副主任")),
    section("党政办公室主任"),
    section("社会事务办公室主任"),
    section("应急管理办公室主任"),
    section("城市建设办公室主任"),
    ...times(9, staff("科员")),
  ],
  community: [section("党委书记"), section("党委副书记"), ...times(6, staff("社区工作者"))],
  team: [section("队长"), section("副队长"), ...times(7, staff("执法队员"))],
  enterprise: [head("党委书记、董事长"), staff("总经理"), ...times(8, staff("职员"))],
};

const seatsOfSummit: Record<string, readonly Seat[]> = {
  dgw: [
    summit("书记", "县处级正职"),
    summit("副书记", "县处级副职"),
    summit("委员、政法委书记", "县处级副职"),
    summit("委员、工作部部长", "县处级副职"),
    summit("委员、宣传部部长", "县处级副职"),
  ],
  gwh: [
    summit("主任", "县处级正职"),
    summit("副主任", "县处级副职"),
    summit("副主任", "县处级副职"),
    summit("副主任", "县处级副职"),
    summit("副主任", "县处级副职"),
  ],
};

/** The seats of an organization in order of rank: the first is its head. */
export function seatsOf(organization: DemoOrganization): readonly Seat[] {
  if (organization.role !== "summit") return seatsOfRole[organization.role];
  return seatsOfSummit[organization.key] ?? [];
}
