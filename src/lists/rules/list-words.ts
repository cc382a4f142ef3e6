// The words by which lists are read: headings, what stands beside a name, what a row is that names nobody. After NFKC, without blanks.

/** Headings of each column, best first. `not`: what such a heading must not hold. */
export const headingPatterns = {
  name: {
    is: [
      /^姓名$/u,
      /^(?:干部|人员|本人|人选|拟任人选|同志|考察对象|考核对象|对象|被\p{Script=Han}{1,4}人)?(?:姓名|名字)$/u,
      /姓名/u,
    ],
    not: /曾用|配偶|父|母|子女|亲属|家庭|家属|联系|填表|审核|经办|推荐人|录入|成员姓名|领导姓名/u,
  },
  idNumber: {
    is: [/^(?:公民)?身份(?:证)?(?:件)?号码?$/u, /^(?:公民)?身份证(?:件)?$/u, /身份证(?:件)?号|公民身份号|^证件号码?$/u],
    not: /有效|期限|到期|截止|签发|地址|类型|复印|配偶|亲属/u,
  },
  unitAndPost: {
    is: [/^(?:现|现任|所在|工作)?单位(?:及|和|、|与|\/)?(?:现任|担任)?职务$/u, /单位.*职务/u],
    not: /拟任|曾任/u,
  },
  unit: {
    is: [/^(?:现|现任|现在|工作|所在|任职)?单位(?:名称|全称)?$/u, /^(?:所在)?部门$/u, /单位/u],
    not: /考核单位|授予|表彰|批准|呈报|填报|推荐单位|职务|审批|配偶|亲属/u,
  },
  level: {
    is: [/^拟(?:任|晋升|进一步使用)?(?:职务)?(?:层次|职级|级别)$/u, /拟.*(?:层次|职级|级别)/u, /^(?:职务)?层次$/u],
    not: /学历|文化|学位|管理/u,
  },
  post: { is: [/^(?:现|现任)?(?:职务|岗位)$/u, /职务/u], not: /层次|级|拟任|曾任|时间|日期|是否/u },
} as const;

/** Other headings that offices' lists have; a row of these and no name is a row of headings all the same. */
export const otherHeadings =
  /^(?:序号?|编号|No\.?|#|性别|民族|籍贯|出生地|出生(?:年月)?(?:日期|日)?|年龄|学历|学位|学历层次|文化程度|政治面貌|入党(?:时间|日期)|参加工作(?:时间|日期)|任(?:现职|职)?(?:时间|日期)|备注|说明|电话|联系电话|手机(?:号码?)?|考核(?:等次|结果)|年度|等次|职级|拟任职务|曾任职务|曾用名|毕业院校|专业|专业技术职务|健康状况|管理权限|家庭成员|奖惩情况)$/iu;

/** A number in front of a name, however it is written. */
export const ordinal =
  /^(?:[([【〔](?:\d{1,4}|[一二三四五六七八九十百]{1,4})[)\]】〕]|(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[.、:)]|\d{1,4}(?=[\s\p{Script=Han}])|[-*•●○◆■□]+)\s*/u;

/** What is said behind a name and is no part of it. */
export const honorific = /(?:同志|先生|女士)$/u;
export const spacedHonorific = /\s+(?:同志|先生|女士)(?=\s|$)/gu;

/** What stands in brackets beside a name and tells no unit. */
export const besideName =
  /^(?:男|女|\p{Script=Han}{1,4}族|汉|回|满|中共党员|党员|预备党员|群众|兼|挂职|正职|副职|已故|退休|\d{1,4}|[一二三四五六七八九十]{1,3}|\d{4}[.年]\d{1,2}月?(?:生|出生)?)$/u;

export const totalRow = /^(?:总计|合计|小计|共计|总数|人数(?:合计)?|共\d+人|以上共?\d*人?)/u;
export const noteRow =
  /^(?:注|备注|说明|填表|制表|审核|审批|经办|复核|联系人|填报|报送|单位负责人|以下|以上|附件?|抄送)/u;

/** How units and posts end: what ends so is no name of a person. */
export const unitEnd =
  /(?:局|委|办|处|科|室|部|厅|院|所|站|中心|街道|镇|乡|村|社区|公司|集团|学校|小学|中学|大学|银行|支队|大队|中队|委员会|办事处|管委会|党工委|工委|领导小组|指挥部|名单|系统|部门|单位|机关)$/u;
export const postEnd =
  /(?:书记|主任|局长|科长|处长|部长|厅长|镇长|乡长|区长|市长|县长|校长|院长|所长|站长|队长|组长|委员|常委|经理|董事|董事长|科员|干事|主席|调研员|巡视员|秘书|秘书长|法官|检察官|会计|出纳|职员|助理|总监|主管|负责人|代表)$/u;

/** Words in place of an ID number that say that there is none. */
export const noNumber = /^(?:无|没有|暂无|不详|未知|空|略|同上|\/|-+|—+|#N\/A|#VALUE!|#REF!|N\/A|NULL)$/iu;

/** A level as people say it, to the two words that its name is made of: 正科级 is 乡科级正职. */
const everydayLevelOf: Readonly<Record<string, string>> = {
  厅: "厅局级",
  司: "厅局级",
  厅局: "厅局级",
  处: "县处级",
  县: "县处级",
  县处: "县处级",
  科: "乡科级",
  乡: "乡科级",
  镇: "乡科级",
  乡科: "乡科级",
};
export const levelWords = /^(?:拟?任)?(正|副)(厅局|厅|司|县处|处|县|乡科|科|乡|镇)级?(?:实职|领导职务|职务)?$/u;
/** `grade` as people say it (科) or as it is called (乡科级). */
export const levelName = (grade: string, side: string): string => `${everydayLevelOf[grade] ?? grade}${side}职`;
export const levelSides = /^(厅局级|县处级|乡科级)(正|副)职?$/u;

/** Still going on. */
export const untilNow = /^(?:至今|今|现在|迄今)$/u;
export const dayWords = /^(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?\s*[日月号]?$/u;

// sheet-blocks.ts
export const notReadWords = {
  title: "标题或者说明，不是人员",
  total: "合计行，不是人员",
  note: "备注或者签署，不是人员",
  "above-headings": "在表头之上，没有作为人员读取",
  "no-name": "这一行没有姓名",
  "not-a-name": "姓名一栏不是姓名",
  "hidden-sheet": "隐藏的工作表，没有读取",
} as const;
