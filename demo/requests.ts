// Requests for clearance: one answered by a letter, one whose reply was revoked after a measure, one that still waits for somebody to be chosen.
import type { AskedPerson } from "#clearance/contract/clearance.ts";
import { enterRequest } from "#clearance/uses/clearance.ts";
import { askAgain, choosePersons } from "#clearance/uses/clearance-choices.ts";
import { countersignLetter, draftLetter, endReplyLetter, issueLetter } from "#letters/uses/reply-letters.ts";
import type { App } from "#kernel/app.ts";
import { done } from "./moment.ts";
import type { Moment } from "./moment.ts";
import { dice, uuid } from "./seeded.ts";
import { actorOf, personOf } from "./telling.ts";

const asking = { requester: "云岭高新区党工委工作部", contact: "干部科 0990-5550117" };

export function requested(): Moment[] {
  const letters = { answered: "", revoked: "" };
  return [
    {
      at: "2026-08-17T01:30:00Z",
      take: async (app) => {
        const asked = await ask(app, "其一", {
          requesterDocument: "云高组函〔2026〕31号",
          purposeText: "拟提拔为乡科级正职",
          date: "2026-09-30",
          names: [
            named("jingfa-4", "经济发展局"),
            named("chengguan-4", "城市管理综合执法局"),
            named("renshe-4", "人力资源和社会保障局"),
            named("songxi-bsc-3", "松溪街道办事处"),
          ],
        });
        letters.revoked = await replied(app, "其一", asked.requestId, "2026-12-31");
      },
    },
    {
      // One of those of whom nothing stood against resigned to take the blame on the day before.
      at: "2026-11-11T02:00:00Z",
      take: async (app) => {
        const { name } = personOf("chengguan-4");
        done(
          await endReplyLetter(app, actorOf("jijian"), {
            key: uuid(dice("撤回 其一")),
            letterId: letters.revoked,
            kind: "revoked",
            reason: `${name}于2026年11月10日受到引咎辞职处理，原回复意见不再适用。`,
          }),
        );
      },
    },
    {
      at: "2026-10-12T01:20:00Z",
      take: async (app) => {
        const asked = await ask(app, "其二", {
          requesterDocument: "云高组函〔2026〕38号",
          purposeText: "拟任街道和部门领导职务",
          date: "2026-10-30",
          names: [
            { ...named("qungong-1", "群团工作部"), toLevel: "县处级副职" },
            named("huanjing-3", "生态环境局"),
            // By the name that the bureau had until 2020.
            named("keji-4", "科技和工业信息化局"),
            named("jiguan-4", "机关党委"),
            named("shenpi-4", "行政审批和营商环境局"),
            // Three bear this name: a person says which.
            named("qinglan-dui-8", ""),
          ],
        });
        const { requestId } = asked;
        const choices = [{ line: 6, personId: personOf("qinglan-dui-8").id, reason: "" }];
        const clerk = actorOf("zuzhi");
        done(await choosePersons(app, clerk, { key: uuid(dice("指定 其二")), requestId, choices }));
        done(await askAgain(app, clerk, { key: uuid(dice("再核 其二")), requestId }));
        letters.answered = await replied(app, "其二", requestId, "2027-01-31");
      },
    },
    {
      at: "2026-11-20T07:10:00Z",
      take: async (app) => {
        await ask(app, "其三", {
          requesterDocument: "云高组函〔2026〕45号",
          purposeText: "拟提拔为乡科级副职",
          date: "2026-12-07",
          names: [
            named("gongzuobu-7", ""),
            named("heming-bsc-2", "鹤鸣街道办事处"),
            named("yinhe-dw-5", "中共银禾街道工作委员会"),
          ],
        });
      },
    },
  ];
}

type Said = { requesterDocument: string; purposeText: string; date: string; names: AskedPerson[] };

async function ask(app: App, which: string, said: Said) {
  const question = { ...asking, purpose: "promotion", year: null, ...said };
  return done(await enterRequest(app, actorOf("zuzhi"), { key: uuid(dice(`征求 ${which}`)), ...question }));
}

function named(key: string, unit: string): AskedPerson {
  return { name: personOf(key).name, unit, idNumber: "", toLevel: "乡科级正职" };
}

/** Drafted, signed by both offices and issued on the same day; the letter's id. */
async function replied(app: App, which: string, requestId: string, validUntil: string): Promise<string> {
  const key = (what: string) => uuid(dice(`${what} ${which}`));
  const writer = actorOf("jijian");
  const { letterId } = done(await draftLetter(app, writer, { key: key("拟函"), requestId, validUntil }));
  for (const [account, office] of [
    ["jijian2", "supervision"],
    ["shenli", "review"],
  ] as const)
    done(
      await countersignLetter(app, actorOf(account), {
        key: key(`会签 ${office}`),
        letterId,
        office,
        agreed: true,
        reasons: "",
      }),
    );
  done(await issueLetter(app, writer, { key: key("印发"), letterId }));
  return letterId;
}
