// The sentences that every case needs, whatever it is about, in a few wordings each.
import type { Gravity } from "#casework/events.ts";
import { dice } from "./seeded.ts";
import type { Dice } from "./seeded.ts";

export function openingReasons(dice: Dice, lead: string): string {
  return dice.pick([
    `经初步核实，反映的问题部分属实，需进一步查清责任。主要情况：${lead}`,
    `问题线索具体、可查性强，建议启动问责调查。${lead}`,
    `有关情况已经掌握一定事实依据，按照干部管理权限提请启动问责调查。${lead}`,
  ]);
}

export function disposalReasons(dice: Dice, way: string): string {
  const reasons: Record<string, readonly string[]> = {
    "talk-inquiry": [
      "反映的问题比较笼统，多数难以查证，请被反映人作出书面说明。",
      "涉及工作作风的一般性问题，先以谈话方式了解情况。",
    ],
    "preliminary-verification": [
      "反映的问题具体、有可查性，成立核查组初步核实。",
      "线索所附材料与台账可以相互印证，需核实责任人。",
    ],
    shelving: [
      "反映的问题目前不具备核查条件，待相关审计结论作出后再行处置。",
      "被反映事项正在其他程序中办理，暂存待查。",
    ],
    settlement: [
      "经核实，反映的问题不存在，予以了结。",
      "反映的问题失实，已向有关单位说明情况，予以了结。",
      "问题轻微且已自行整改，经批准予以了结。",
    ],
  };
  return dice.pick(reasons[way] ?? ["按规定处置。"]);
}

/** The same finding in the proposal and in the decision: drawn by whom it concerns. */
export function gravityReasons(subjectId: string, gravity: Gravity, reaction: boolean): string {
  if (reaction) return "问题本身情节较轻，但群众反映强烈，并经媒体报道造成恶劣影响。";
  const reasons: Record<Gravity, readonly string[]> = {
    lighter: [
      "持续时间不长，发现后及时纠正，未造成进一步扩大的后果。",
      "负有一定责任，认识态度较好，主动挽回影响。",
      "属于首次发生，后果已基本消除。",
    ],
    graver: [
      "多次提醒后仍未纠正，后果已经发生且难以挽回。",
      "对职责范围内的重点工作长期放任，后果严重。",
      "作为主要责任人，决策和落实两个环节均有失职。",
    ],
    serious: ["后果特别严重，影响恶劣。"],
    discipline: [
      "行为违反工作纪律，应当由有处分权限的机关依规依纪处理。",
      "除履职不力外，还存在违反程序审批的问题，应给予纪律处分。",
    ],
    crime: ["核查中发现涉嫌职务犯罪的事实，已按规定移送。"],
  };
  return dice(subjectId).pick(reasons[gravity]);
}

export function proposalReasons(dice: Dice): string {
  return dice.pick([
    "根据查明的事实和认定的情形，结合其陈述申辩，提出上述处理建议。",
    "综合考虑责任大小、后果和认错态度，建议如上。",
    "事实清楚、证据确凿、程序完备，提出处理建议供集体研究。",
  ]);
}

export function responseToDefence(chosen: Dice, ground: string | null): string {
  if (ground !== null) return "所述情况经查阅会议记录和有关台账属实，予以采纳，提请按规定的免责情形处理。";
  return chosen.pick([
    "对客观因素部分予以采纳，在认定责任时已作考虑；其余意见与查明事实不符，不予采纳。",
    "申辩所称情况经核实存在，但不影响对其履职责任的认定。",
    "申辩意见已记录在案，经复核，原认定事实无误。",
    "对其整改情况予以采纳，作为从轻情节考虑。",
  ]);
}

export function minutesOf(dice: Dice, title: string): string {
  return dice.pick([
    `会议听取${title}的调查情况汇报，与会人员逐一发表意见后表决。`,
    `会议研究${title}，传阅调查报告和陈述申辩材料，经讨论后进行表决。`,
  ]);
}

export function catchAllReasons(): string {
  return "该行为与本条所列各项在性质、后果上相当，未被列举，但同样损害党工委决策部署的落实。";
}

export function closingSummary(dice: Dice): string {
  return dice.pick([
    "决定已送达并执行到位，材料已归档。",
    "处理决定执行完毕，有关单位已完成整改并报告，材料归档。",
    "执行事项逐项完成，案卷移交档案室。",
  ]);
}

export const adjustmentReasons = "调查认定主要是能力与岗位不相适应，本次调离属于组织调整，不作为组织处理。";
export const departureReasons =
  "集体研究认为其整改及时、损失已挽回，调离岗位足以达到惩戒和警示目的，故不采纳免职建议。";
export const refusalReasons = "反映的问题已由主管单位依法处理完毕，现有材料不足以启动问责调查。";

export const endingReasons: Readonly<Record<string, string>> = {
  "reform-trial": "该事项属改革试点内容，上级没有明确限制，系先行先试中缺乏经验造成的失误，且未谋取私利，及时纠正。",
  dissent: "会议记录载明其在集体决策时明确提出反对意见并要求记录在案。",
  "force-majeure": "预案启动及时、处置措施到位，损失系超过设计标准的极端降雨造成，难以预见。",
  "nothing-established": "经调查，现有证据不能证明存在规定的问责情形。",
};

export function appealGround(dice: Dice): string {
  return dice.pick([
    "认为对后果的认定有误，相关损失另有原因，请求复核。",
    "认为对责任大小的划分不当，同时负责的人员处理较轻，请求复查。",
  ]);
}

export const appealFindings = {
  upheld: "经复查，原决定认定事实清楚、证据充分、程序合规、处理恰当，申诉理由不成立，予以维持。",
  changed: "经复查，问题属实，但申诉人事后主动组织补救、损失大部分挽回，原决定考虑不够，建议变更为较轻的方式。",
} as const;

/** Where a ground of exemption applies, the defence says so. */
export const excusedStatements: Readonly<Record<string, { statement: string; defence: string }>> = {
  dissent: {
    statement: "集体研究该事项时，本人认为条件不成熟，发言表示不同意。",
    defence: "本人的反对意见记入会议记录，决定作出后也书面提出过保留意见，请予核实。",
  },
  "reform-trial": {
    statement: "该做法是改革试点方案中的探索内容，经集体研究后试行，因缺乏经验考虑不周。",
    defence: "上级对此没有明确限制，发现问题后立即停止并纠正，没有谋取私利。",
  },
  "force-majeure": {
    statement: "当晚全程在岗，预案按时启动，人员和物资均已到位。",
    defence: "降雨强度超过设施设计标准，事前的气象预报未能预见，损失难以避免。",
  },
};

export function secondaryStatement(name: string): { statement: string; defence: string } {
  const chosen = dice(`陈述 ${name}`);
  return {
    statement: chosen.pick([
      "本人分管其中部分环节，把关不严，没有及时向主要负责人报告。",
      "具体工作由本人经办，执行中没有坚持原则，负有直接责任。",
      "对分工范围内的问题没有主动过问，存在等待观望的思想。",
    ]),
    defence: chosen.pick([
      "有关事项由主要负责人确定，本人按要求执行。",
      "本人曾在例会上提醒，但没有继续坚持。",
      "发现问题后已配合调查并主动整改。",
    ]),
  };
}

export function writtenStatement(name: string): { statement: string; defence: string } {
  return {
    statement: `${name}书面说明：对上述问题负有管理责任，已召开专题会议查找原因。`,
    defence: "已制定整改措施并明确时限，请求予以考虑。",
  };
}
