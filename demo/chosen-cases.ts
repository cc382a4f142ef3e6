// The cases chosen one by one: edge dates, every measure and sanction, several subjects, exemptions, appeals, consents, and all that is open today.
import { closedCase, leadingBody, organization, person, standingCase } from "./plan.ts";
import type { CasePlan, SanctionPlan } from "./plan.ts";

const zoneDiscipline = "云岭高新区纪检监察工作委员会";
const before = (sanction: string, months: number | null = null): SanctionPlan => ({
  sanction,
  months,
  when: "before",
  authority: zoneDiscipline,
});
const after = (sanction: string, daysAfterEffect: number, months: number | null = null): SanctionPlan => ({
  sanction,
  months,
  when: { daysAfterEffect },
  authority: zoneDiscipline,
});

const history: readonly CasePlan[] = [
  // Conduct that began before the regulation came into force and went on.
  closedCase("6-5-1", "huanjing", "2019-07-16", [person("huanjing-2", ["criticism-education"])], { longBefore: true }),
  closedCase("6-7-1", "yingji", "2019-08-20", [person("yingji-3", ["admonition"])], { longBefore: true }),
  // A removal in the first year, the consent in time, and the person used again.
  closedCase(
    "6-9-1",
    "renshe",
    "2019-11-01",
    [
      person("renshe-1", ["removal"], {
        effectiveOn: "2019-11-05",
        consents: ["2021-12-20"],
        reuse: { askedOn: "2021-12-08", decidedOn: "2022-01-05" },
      }),
    ],
    { leads: 2 },
  ),
  // Decided at the end of one year, effective at the beginning of the next.
  closedCase("6-7-1", "zhujian", "2019-12-31", [person("zhujian-2", ["transfer"], { effectiveOn: "2020-01-02" })]),
  // 29 February: the anniversary two years later does not exist.
  closedCase("6-5-3", "chengguan", "2020-02-26", [person("chengguan-2", ["demotion"], { effectiveOn: "2020-02-29" })]),
  closedCase("6-10-1", "weijian", "2020-02-27", [person("weijian-2", ["transfer"], { effectiveOn: "2020-02-29" })]),
  // A removal in spring, removal from Party posts in summer.
  closedCase("6-3-2", "ziran", "2020-05-08", [
    person("ziran-1", ["removal"], { effectiveOn: "2020-05-11", sanctions: [after("party-post-removal", 84)] }),
  ]),
  // Handling and discipline on one day.
  closedCase("6-8-1", "jiguan", "2020-06-10", [
    person("jiguan-2", ["transfer"], { effectiveOn: "2020-06-15", sanctions: [before("party-serious-warning")] }),
  ]),
  closedCase("6-7-1", "yingji", "2020-09-22", [
    organization("yingji", ["self-examination"]),
    person("yingji-1", ["admonition"]),
  ]),
  closedCase("6-4-2", "minzheng", "2020-11-18", [
    person("minzheng-3", ["demotion"], { sanctions: [before("government-demerit")] }),
  ]),
  closedCase("6-2-1", "jingfa", "2021-03-17", [person("jingfa-2", [], { sanctions: [after("party-warning", 20)] })]),
  closedCase(
    "6-1-1",
    "liushu-dw",
    "2021-05-19",
    [person("liushu-dw-1", ["blame-resignation"], { effectiveOn: "2021-05-24" })],
    { leads: 2 },
  ),
  // One person, two cases: first an admonition, three years later a removal.
  closedCase("6-3-3", "caijin", "2021-06-16", [person("caijin-2", ["admonition"])]),
  // 31 August: half a year later there is no such day.
  closedCase("6-4-1", "qinglan-bsc", "2021-08-27", [
    person("qinglan-bsc-1", ["removal"], { effectiveOn: "2021-08-31", consents: ["2022-09-15"] }),
  ]),
  // The decision departs from the proposal, and says why.
  closedCase("7-2-1", "shenpi", "2021-10-20", [person("shenpi-2", ["transfer"], { proposed: ["removal"] })]),
  closedCase("7-5-1", "keji", "2021-12-08", [person("keji-1", ["transfer"], { adjustment: true })]),
  // Several of one body, and the body itself.
  closedCase(
    "6-9-1",
    "baishi-dw",
    "2022-06-15",
    [
      person("baishi-dw-1", ["ordered-resignation"], { sanctions: [before("party-serious-warning")] }),
      person("baishi-dw-2", ["transfer"]),
      person("baishi-dw-5", ["admonition"]),
      leadingBody("baishi-dw", ["body-adjustment"]),
    ],
    { leads: 2 },
  ),
  closedCase("7-2-1", "shichang", "2022-03-23", [person("shichang-3", ["transfer"], { consents: ["2023-05-10"] })]),
  closedCase("6-10-2", "weijian", "2022-08-29", [person("weijian-3", ["admonition"], { effectiveOn: "2022-08-31" })]),
  closedCase("6-8-2", "shenjiju", "2022-11-16", [
    person("shenjiju-1", ["demotion"], { sanctions: [after("government-major-demerit", 40)] }),
  ]),
  closedCase("7-3-1", "jingfa", "2023-04-12", [organization("jingfa", ["circulated-criticism"])]),
  // An appeal was received; execution went on, and the decision was upheld.
  closedCase("6-6-2", "chengguan", "2023-05-17", [
    person("chengguan-1", ["ordered-resignation"], { appealAfter: 12, appealCameTo: { result: "upheld" } }),
  ]),
  closedCase("7-4-1", "songxi-bsc", "2023-08-16", [person("songxi-bsc-6", ["criticism-education"])]),
  closedCase("6-3-1", "touzi", "2023-10-25", [
    person("touzi-1", ["removal"], { sanctions: [before("party-probation", 12), after("government-removal", 30)] }),
  ]),
  // Light in itself, but with strong reaction and vile influence.
  closedCase("6-4-3", "yinhe-bsc", "2024-01-17", [
    person("yinhe-bsc-2", ["transfer"], { gravity: "lighter", reaction: true }),
  ]),
  closedCase(
    "6-1-1",
    "heming-dw",
    "2024-03-20",
    [
      // Changed on appeal: what bars the person follows what now stands.
      person("heming-dw-1", ["removal"], { appealAfter: 9, appealCameTo: { result: "changed", to: ["transfer"] } }),
      person("heming-dw-3", ["demotion"]),
      leadingBody("heming-dw", ["reorganization"]),
    ],
    { leads: 2 },
  ),
  closedCase("6-3-2", "caijin", "2024-06-12", [
    person("caijin-2", ["removal"], { sanctions: [before("government-downgrade")] }),
  ]),
  closedCase("7-2-1", "renshe", "2024-07-17", [person("renshe-6", ["transfer"])], { body: "personnel-department" }),
  closedCase("6-2-1", "guozi", "2024-09-18", [
    person("guozi-1", [], {
      gravity: "crime",
      sanctions: [after("party-expulsion", 25), after("government-dismissal", 26)],
    }),
  ]),
  // Of two, one had clearly dissented.
  closedCase("6-3-1", "nongshui", "2024-10-23", [
    person("nongshui-1", ["circulated-criticism", "self-examination"]),
    person("nongshui-3", [], { exemptOn: "dissent" }),
  ]),
  closedCase("7-1-1", "qungong", "2024-12-11", [
    person("qungong-1", ["blame-resignation"], { effectiveOn: "2024-12-16" }),
  ]),
  closedCase("6-8-1", "zhengfa", "2025-01-15", [person("zhengfa-2", ["demotion"], { effectiveOn: "2025-01-20" })]),
  closedCase("7-6-1", "zhujian", "2025-04-16", [person("zhujian-3", ["other-handling"])]),
  closedCase("7-2-1", "shenpi", "2025-05-21", [
    organization("shenpi", ["self-examination", "circulated-criticism"]),
    person("shenpi-1", ["admonition"]),
  ]),
  closedCase("6-4-2", "minzheng", "2025-07-16", [
    person("minzheng-4", [], { sanctions: [after("government-warning", 15)] }),
  ]),
  // The consent is dated today: a decision of the same day comes too soon.
  closedCase("6-4-1", "nongshui", "2025-10-15", [
    person("nongshui-2", ["transfer"], { effectiveOn: "2025-10-20", consents: ["2026-11-23"] }),
  ]),
  // The last barred day is today; the grey day is near; bars that end within ninety days.
  closedCase("7-4-1", "zhengfa", "2025-11-19", [person("zhengfa-3", ["transfer"], { effectiveOn: "2025-11-24" })]),
  closedCase("6-7-1", "jiaoyu", "2025-11-21", [person("jiaoyu-2", ["transfer"], { effectiveOn: "2025-11-26" })]),
  closedCase("6-5-2", "huanjing", "2025-12-03", [person("huanjing-3", ["transfer"], { effectiveOn: "2025-12-08" })]),
  closedCase("6-11-1", "ziran", "2026-01-07", [
    person("ziran-2", ["transfer"], { effectiveOn: "2026-01-12", sanctions: [before("party-warning")] }),
  ]),
  closedCase("6-9-1", "liushu-bsc", "2026-01-28", [
    person("liushu-bsc-2", ["transfer"], { effectiveOn: "2026-02-03" }),
  ]),
  closedCase("7-3-1", "songxi-bsc", "2026-03-18", [organization("songxi-bsc", ["self-examination"])]),
  closedCase("7-1-1", "qinglan-dw", "2026-06-08", [
    person("qinglan-dw-2", ["admonition"], { effectiveOn: "2026-06-10" }),
  ]),
  closedCase("6-2-1", "keji", "2026-07-02", [person("keji-2", ["admonition"], { effectiveOn: "2026-07-06" })]),
];

const on = (milestone: CasePlan["anchor"]["milestone"], day: string): CasePlan["anchor"] => ({ milestone, on: day });

const endings: readonly CasePlan[] = [
  standingCase("ended-without-accountability", "6-2-1", "touzi", on("heard", "2020-08-12"), [person("touzi-2", [])], {
    ground: "reform-trial",
  }),
  standingCase(
    "ended-without-accountability",
    "6-11-1",
    "keji",
    on("deliberated", "2023-06-14"),
    [person("keji-3", ["criticism-education"])],
    { ground: "reform-trial" },
  ),
  standingCase("ended-without-accountability", "6-3-1", "touzi", on("heard", "2022-04-20"), [person("touzi-3", [])], {
    ground: "dissent",
  }),
  standingCase(
    "ended-without-accountability",
    "6-10-1",
    "yingji",
    on("heard", "2021-09-15"),
    [person("yingji-2", [])],
    { ground: "force-majeure" },
  ),
  standingCase(
    "ended-without-accountability",
    "6-10-1",
    "nongshui",
    on("deliberated", "2025-09-17"),
    [person("nongshui-4", ["admonition"])],
    { ground: "force-majeure" },
  ),
  standingCase("ended-without-accountability", "7-2-1", "ziran", on("facts", "2024-05-15"), [person("ziran-3", [])], {
    ground: "nothing-established",
    progress: 2,
  }),
  standingCase(
    "ended-without-accountability",
    "6-9-1",
    "zhujian",
    on("facts", "2026-08-19"),
    [person("zhujian-4", [])],
    { ground: "nothing-established", progress: 2, leads: 2 },
  ),
  standingCase("not-opened", "7-6-1", "jiaoyu", on("approved", "2020-10-21"), []),
  standingCase("not-opened", "6-5-3", "baishi-dui", on("approved", "2023-02-22"), []),
  standingCase("taken-over", "7-3-1", "chanye", on("approved", "2026-06-17"), []),
];

const open: readonly CasePlan[] = [
  standingCase("opening-requested", "6-4-3", "qinglan-sq1", on("requested", "2026-11-10"), []),
  standingCase("opening-requested", "7-2-1", "shenpi", on("requested", "2026-11-13"), [], { leads: 2 }),
  standingCase("opening-requested", "6-5-3", "heming-dui", on("requested", "2026-11-18"), []),
  standingCase("opening-requested", "7-4-1", "qungong", on("requested", "2026-11-20"), [], { leads: 0 }),
  // Overdue, due today, due soon, in time.
  standingCase("inquiry", "6-7-1", "shichang", on("approved", "2026-07-29"), [person("shichang-3", [])], {
    dueOn: "2026-10-30",
    progress: 3,
  }),
  standingCase("inquiry", "6-9-1", "heming-bsc", on("approved", "2026-08-12"), [person("heming-bsc-1", [])], {
    dueOn: "2026-11-12",
    progress: 4,
  }),
  standingCase("inquiry", "6-4-2", "minzheng", on("approved", "2026-08-20"), [person("minzheng-2", [])], {
    dueOn: "2026-11-20",
    progress: 3,
  }),
  standingCase("inquiry", "6-10-2", "jiaoyu", on("approved", "2026-08-24"), [person("jiaoyu-3", [])], {
    dueOn: "2026-11-23",
    progress: 4,
  }),
  standingCase("inquiry", "6-6-1", "yinhe-dw", on("approved", "2026-08-26"), [person("yinhe-dw-2", [])], {
    dueOn: "2026-11-25",
    progress: 4,
    leads: 2,
  }),
  standingCase("inquiry", "7-2-1", "ziran", on("approved", "2026-08-28"), [person("ziran-4", [])], {
    dueOn: "2026-11-27",
    progress: 3,
  }),
  standingCase(
    "inquiry",
    "6-5-1",
    "baishi-bsc",
    on("approved", "2026-09-02"),
    [person("baishi-bsc-1", []), organization("baishi-bsc", [])],
    { dueOn: "2026-11-30", progress: 4 },
  ),
  standingCase("inquiry", "6-2-1", "touzi", on("approved", "2026-09-14"), [person("touzi-4", [])], {
    dueOn: "2026-12-14",
    progress: 2,
  }),
  standingCase("inquiry", "6-8-1", "liushu-dw", on("approved", "2026-09-21"), [person("liushu-dw-3", [])], {
    dueOn: "2026-12-21",
    progress: 3,
  }),
  standingCase(
    "inquiry",
    "6-7-1",
    "chengguan",
    on("approved", "2026-09-28"),
    [person("chengguan-3", []), person("chengguan-7", [])],
    { dueOn: "2026-12-28", progress: 3 },
  ),
  standingCase("inquiry", "7-3-1", "guozi", on("approved", "2026-10-12"), [person("guozi-2", [])], {
    dueOn: "2027-01-11",
    progress: 2,
  }),
  standingCase("inquiry", "6-3-2", "caijin", on("approved", "2026-10-19"), [person("caijin-3", [])], {
    dueOn: "2027-01-18",
    progress: 2,
  }),
  standingCase("inquiry", "7-4-1", "songxi-dw", on("approved", "2026-11-03"), [person("songxi-dw-4", [])], {
    dueOn: "2027-02-01",
    progress: 1,
  }),
  standingCase("inquiry", "6-4-2", "yinhe-sq2", on("approved", "2026-11-16"), [], { dueOn: "2027-02-15", progress: 0 }),
  // A city-managed cadre: the zone can only propose to the city.
  standingCase("deciding", "6-1-1", "gwh", on("proposed", "2026-10-28"), [person("gwh-4", ["removal"])], { leads: 2 }),
  standingCase("proposed", "6-5-3", "huanjing", on("proposed", "2026-11-04"), [person("huanjing-6", ["admonition"])]),
  standingCase("proposed", "7-1-1", "bangongshi", on("proposed", "2026-11-09"), [
    person("bangongshi-3", ["circulated-criticism"]),
  ]),
  standingCase("proposed", "6-9-1", "songxi-bsc", on("proposed", "2026-11-12"), [
    person("songxi-bsc-2", ["transfer"]),
    person("songxi-bsc-7", ["admonition"]),
  ]),
  standingCase("proposed", "6-3-3", "shichang", on("proposed", "2026-11-17"), [person("shichang-2", ["demotion"])]),
  standingCase("proposed", "7-2-1", "renshe", on("proposed", "2026-11-20"), [person("renshe-3", ["self-examination"])]),
  standingCase("deliberated", "6-4-1", "nongshui", on("deliberated", "2026-11-11"), [
    person("nongshui-7", ["admonition"]),
  ]),
  standingCase(
    "deliberated",
    "6-6-2",
    "zhengfa",
    on("deliberated", "2026-11-13"),
    [person("zhengfa-1", ["ordered-resignation"])],
    { leads: 2 },
  ),
  standingCase("deliberated", "7-3-1", "jingfa", on("deliberated", "2026-11-18"), [person("jingfa-3", ["removal"])], {
    noMajority: true,
  }),
  standingCase("deliberated", "6-7-1", "qinglan-bsc", on("deliberated", "2026-11-20"), [
    person("qinglan-bsc-3", ["transfer"]),
    organization("qinglan-bsc", ["self-examination"]),
  ]),
  standingCase("decided", "6-2-1", "shenpi", on("decided", "2026-11-06"), [
    person("shenpi-3", ["admonition"], { appealAfter: 10 }),
  ]),
  standingCase("decided", "6-10-1", "yinhe-bsc", on("decided", "2026-11-13"), [person("yinhe-bsc-1", ["removal"])]),
  standingCase("decided", "7-4-1", "heming-dw", on("decided", "2026-11-18"), [
    person("heming-dw-2", ["circulated-criticism"]),
  ]),
  standingCase("decided", "6-8-1", "zhujian", on("decided", "2026-11-20"), [
    person("zhujian-1", ["transfer"]),
    leadingBody("zhujian", ["self-examination"]),
  ]),
  standingCase("served", "6-5-1", "liushu-bsc", on("decided", "2026-11-05"), [person("liushu-bsc-1", ["demotion"])]),
  standingCase("served", "6-9-1", "baishi-sq1", on("decided", "2026-11-10"), [
    person("baishi-sq1-1", ["criticism-education"]),
  ]),
  standingCase("served", "7-2-1", "touzi", on("decided", "2026-11-12"), [person("touzi-7", ["admonition"])]),
  standingCase("served", "6-7-1", "songxi-dui", on("decided", "2026-11-16"), [person("songxi-dui-1", ["transfer"])], {
    body: "personnel-department",
  }),
  standingCase(
    "effective",
    "6-4-3",
    "heming-sq1",
    on("decided", "2026-08-19"),
    [person("heming-sq1-1", ["transfer"])],
    { executed: false },
  ),
  standingCase(
    "effective",
    "6-6-3",
    "zhengfa",
    on("decided", "2026-09-09"),
    [person("zhengfa-4", ["removal"], { sanctions: [before("party-serious-warning")] })],
    { executed: false, leads: 2 },
  ),
  standingCase("effective", "7-5-1", "yinhe-bsc", on("decided", "2026-09-23"), [person("yinhe-bsc-3", ["demotion"])]),
  standingCase(
    "effective",
    "6-7-1",
    "yingji",
    on("decided", "2026-10-14"),
    [person("yingji-4", ["ordered-resignation"], { appealAfter: 8 })],
    { executed: false },
  ),
  standingCase("effective", "7-1-1", "jiguan", on("decided", "2026-10-21"), [person("jiguan-3", ["admonition"])]),
  standingCase("effective", "6-2-1", "shenjiju", on("decided", "2026-10-28"), [person("shenjiju-2", ["transfer"])]),
  standingCase("effective", "7-6-1", "baishi-bsc", on("decided", "2026-11-02"), [
    person("baishi-bsc-4", ["criticism-education"]),
  ]),
  standingCase(
    "effective",
    "6-5-2",
    "chengguan",
    on("decided", "2026-11-04"),
    [person("chengguan-4", ["blame-resignation"], { effectiveOn: "2026-11-10" })],
    { executed: false },
  ),
];

export const chosenCases: readonly CasePlan[] = [...history, ...endings, ...open];
