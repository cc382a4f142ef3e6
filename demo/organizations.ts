// The invented zone: 望澜市云岭高新技术产业开发区, its Party and government organs, six sub-districts, four enterprises.
import type { ManagementLevel } from "#law/pack/vocabulary.ts";

export type DemoOrganization = {
  key: string;
  parent: string | null;
  name: string;
  kind: "party" | "government" | "enterprise" | "other";
  managedBy: ManagementLevel;
  /** How its leading posts are called and filled: see posts.ts. */
  role:
    | "summit"
    | "discipline"
    | "department"
    | "bureau"
    | "street-party"
    | "street-office"
    | "community"
    | "team"
    | "enterprise";
};

const city = "望澜市";
const zone = "云岭高新区";

const departments = [
  ["gongzuobu", "党工委工作部"],
  ["bangongshi", "党政综合办公室"],
  ["zhengfa", "政法和信访工作办公室"],
  ["jiguan", "机关党委"],
  ["qungong", "群团工作部"],
] as const;

const bureaus = [
  ["jingfa", "经济发展局"],
  ["keji", "科技创新局"],
  ["touzi", "投资促进局"],
  ["caijin", "财政金融局"],
  ["ziran", "自然资源和规划局"],
  ["zhujian", "住房和城乡建设局"],
  ["huanjing", "生态环境局"],
  ["yingji", "应急管理局"],
  ["shichang", "市场监督管理局"],
  ["chengguan", "城市管理综合执法局"],
  ["jiaoyu", "教育文化局"],
  ["weijian", "卫生健康局"],
  ["renshe", "人力资源和社会保障局"],
  ["minzheng", "民政和退役军人事务局"],
  ["nongshui", "农业农村和水务局"],
  ["guozi", "国有资产监督管理局"],
  ["shenpi", "行政审批和营商环境局"],
  ["shenjiju", "审计统计局"],
] as const;

const streets = [
  ["songxi", "松溪", ["云栖", "石桥"]],
  ["heming", "鹤鸣", ["鹤园", "新安里"]],
  ["liushu", "柳树湾", ["柳岸", "河湾"]],
  ["qinglan", "晴岚", ["晴川", "岚山"]],
  ["baishi", "白石岗", ["白石", "东岗"]],
  ["yinhe", "银禾", ["银杏", "禾丰"]],
] as const;

const enterprises = [
  ["jiantou", "云岭高新建设投资集团有限公司"],
  ["shuiwu", "云岭水务有限公司"],
  ["chanye", "云岭产业发展有限公司"],
  ["wuye", "云岭园区服务有限公司"],
] as const;

/** Called so since a day of 2020; before, the registry knew it by the former name. */
export const renamedBureau = {
  key: "keji",
  formerName: `${zone}科技和工业信息化局`,
  name: `${zone}科技创新局`,
  on: "2020-03-01",
  documentNumber: "云高编〔2020〕2号",
};

export const demoOrganizations: readonly DemoOrganization[] = [
  organization("dgw", null, `中共${city}委${zone}工作委员会`, "party", "city", "summit"),
  organization("gwh", null, `${city}${zone}管理委员会`, "government", "city", "summit"),
  organization("jwgw", "dgw", `${zone}纪检监察工作委员会`, "party", "zone", "discipline"),
  ...departments.map(([key, name]) => organization(key, "dgw", `${zone}${name}`, "party", "zone", "department")),
  ...bureaus.map(([key, name]) => organization(key, "gwh", `${zone}${name}`, "government", "zone", "bureau")),
  ...streets.flatMap(([key, name, communities]) => [
    organization(`${key}-dw`, "dgw", `中共${name}街道工作委员会`, "party", "zone", "street-party"),
    organization(`${key}-bsc`, "gwh", `${name}街道办事处`, "government", "zone", "street-office"),
    ...communities.map((community, index) =>
      organization(
        `${key}-sq${index + 1}`,
        `${key}-dw`,
        `${name}街道${community}社区党委`,
        "party",
        "unit",
        "community",
      ),
    ),
    organization(`${key}-dui`, `${key}-bsc`, `${name}街道综合行政执法队`, "government", "unit", "team"),
  ]),
  ...enterprises.map(([key, name]) => organization(key, "gwh", name, "enterprise", "unit", "enterprise")),
];

function organization(
  key: string,
  parent: string | null,
  name: string,
  kind: DemoOrganization["kind"],
  managedBy: ManagementLevel,
  role: DemoOrganization["role"],
): DemoOrganization {
  return { key, parent, name, kind, managedBy, role };
}
