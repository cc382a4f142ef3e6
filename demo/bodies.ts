// Leading bodies of the demonstration district: one reorganized, some left as they are, one whose notice is open.
import type { App } from "#kernel/app.ts";
import { performOnBody } from "#bodies/uses/bodies.ts";
import type { BodyActId } from "#bodies/rules/body-names.ts";
import { accountIdOf } from "./accounts.ts";
import { demoPersons } from "./persons.ts";
import { dice, uuid } from "./seeded.ts";
import { actorOf, organizationOf } from "./telling.ts";

type Step = { by: string; act: BodyActId; input: object };

/** Of these it was found that they work normally; of yingji nothing has been found yet. */
const workNormally = ["nongshui", "shenjiju", "shenpi", "chengguan", "yinhe-bsc"] as const;
const reorganized = "liushu-bsc";

/** `at` gives the application with its clock at an instant. */
export async function addBodies(at: (instant: string) => App): Promise<void> {
  const app = at("2026-11-24T08:00:00Z");
  for (const key of workNormally)
    await take(app, key, [
      found("jijian", "several", true, "名册和案件台账所列成员被问责属实。"),
      found("zuzhi", "no-normal-work", false, "班子职数齐备，重点工作按期推进，能够正常开展工作。"),
      {
        by: "shuji",
        act: "decline-reform",
        input: { on: "2026-11-24", reasons: "班子能够正常开展工作，不予改组、调整，继续观察。" },
      },
    ]);
  const [member] = demoPersons.filter((one) => one.organization === reorganized && one.seat.leading);
  await take(at("2026-11-24T09:00:00Z"), reorganized, [
    found("jijian", "several", true, "近年来已有多名成员因不担当不作为被问责。"),
    found("zuzhi", "no-normal-work", true, "主要负责人和两名分管负责人先后离任，会议不能正常召开，多项重点工作停滞。"),
    {
      by: "zuzhi",
      act: "propose-reform",
      input: {
        measure: "reorganization",
        body: "personnel-department",
        on: "2026-11-24",
        reasons: "两项认定均成立，建议对领导班子进行改组。",
      },
    },
    {
      by: "bangongshi",
      act: "deliberate-reform",
      input: {
        body: "working-committee",
        on: "2026-11-24",
        topic: `${organizationOf(reorganized).name}领导班子改组`,
        attendance: ["邓晓明", "徐国栋", "贺文博", "沈志远"],
        absent: [],
        recusals: [],
        votesFor: 4,
        votesAgainst: 0,
        abstentions: 0,
        result: "同意改组。",
        minutes: "会议听取党工委工作部汇报，一致同意改组，并研究了现有成员的安排。",
      },
    },
    {
      by: "shuji",
      act: "decide-reform",
      input: {
        measure: "reorganization",
        body: "working-committee",
        on: "2026-11-24",
        documentNumber: "云高党干〔2026〕61号",
        departure: null,
        followUps:
          member === undefined
            ? []
            : [
                {
                  personId: member.id,
                  what: "免去现任职务，另行安排工作并确定职级待遇",
                  accountId: accountIdOf("zuzhi"),
                  dueOn: "2026-12-24",
                },
              ],
      },
    },
  ]);
}

function found(by: string, finding: string, is: boolean, reasons: string): Step {
  return { by, act: "find-body", input: { finding, found: is, on: "2026-11-24", reasons } };
}

async function take(app: App, organization: string, steps: readonly Step[]): Promise<void> {
  const { id: organizationId } = organizationOf(organization);
  for (const [version, { by, act, input }] of steps.entries()) {
    const key = uuid(dice(`班子 ${organization} ${version}`));
    const done = await performOnBody(app, actorOf(by), { act, organizationId, version, key, input });
    if (done.type !== "done") throw new Error(`${organization} ${act}: ${JSON.stringify(done)}`);
  }
}
