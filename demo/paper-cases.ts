// Decisions of the time before the system was set up, entered from their paper: one confirmed, one that waits for other eyes.
import { evidenceFile } from "./evidence.ts";
import { day } from "./calendar.ts";
import { dice, uuid } from "./seeded.ts";
import { story } from "./steps.ts";
import type { Step } from "./steps.ts";
import { personOf } from "./telling.ts";

type Paper = {
  of: string;
  circumstance: string;
  title: string;
  conduct: string;
  decidedOn: string;
  documentNumber: string;
  gravity: "lighter" | "graver";
  measure: string;
  enteredOn: string;
  /** Null while it waits. */
  confirmedOn: string | null;
};

const papers: readonly Paper[] = [
  {
    of: "songxi-dw-2",
    circumstance: "6-4-2",
    title: "惠民资金发放监管不严问题（纸质案件）",
    conduct: "对社区惠民资金发放名册审核不严，部分不符合条件人员领取补助。",
    decidedOn: "2019-07-10",
    documentNumber: "云高党工问〔2019〕旧2号",
    gravity: "lighter",
    measure: "admonition",
    enteredOn: "2026-10-21",
    confirmedOn: "2026-10-23",
  },
  {
    of: "qungong-2",
    circumstance: "6-2-1",
    title: "重点工作变通执行问题（纸质案件）",
    conduct: "对上级部署的专项工作打折扣、搞变通，以会议记录代替实际推动。",
    decidedOn: "2019-08-14",
    documentNumber: "云高党工问〔2019〕旧5号",
    gravity: "graver",
    measure: "transfer",
    enteredOn: "2026-11-20",
    confirmedOn: null,
  },
];

export const paperCases: readonly Step[][] = papers.map(paperCase);

function paperCase(paper: Paper): Step[] {
  const chosen = dice(`纸质案件 ${paper.documentNumber}`);
  const told = story(uuid(chosen), () => uuid(chosen));
  const { id: registryId, seat } = personOf(paper.of);
  const scan = evidenceFile(`${paper.documentNumber}.pdf`, paper.decidedOn, paper.title);
  told.file("jijian", day(paper.enteredOn), scan);
  const { kind: _kind, obtainedFrom: _from, bytes: _bytes, ...evidence } = scan;
  told.act("enter-paper-case", "jijian", day(paper.enteredOn), {
    title: paper.title,
    documentNumber: paper.documentNumber,
    on: paper.decidedOn,
    body: "working-committee",
    reasons: "系统启用前作出的决定，据原件补录。",
    kind: "person",
    registryId,
    post: seat.post,
    level: seat.level,
    managedBy: seat.managedBy,
    conduct: { text: paper.conduct, from: "2019-04-26", to: "2019-06-10", continuing: false },
    circumstance: paper.circumstance,
    outcome: {
      gravity: paper.gravity,
      gravityReasons: paper.gravity === "lighter" ? "未造成严重后果，及时纠正。" : "持续时间较长，影响面较大。",
      strongReaction: false,
      vileInfluence: false,
      measures: [paper.measure],
      handling: "handling",
      handlingReasons: null,
      originalLevel: null,
      reducedLevel: null,
      appliedOn: null,
    },
    effectiveOn: paper.decidedOn,
    announcedOn: paper.decidedOn,
    formalitiesOn: null,
    evidence: [evidence],
  });
  if (paper.confirmedOn !== null)
    told.act("confirm-paper-case", "shenli", day(paper.confirmedOn), {
      confirmed: true,
      on: paper.confirmedOn,
      remarks: "与原件一致。",
    });
  return told.steps;
}
