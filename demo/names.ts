// Invented names: varied surnames and given names, among them characters that software often trips over.
import type { Dice } from "./seeded.ts";

export type Sex = "male" | "female";

/** The commoner a surname, the more often it stands here. */
const surnames = [
  ...Array.from(
    "王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵赵赵黄周周吴吴徐徐孙孙孙马马朱朱胡郭郭何林高高罗郑梁谢宋宋唐许邓韩韩冯曹彭曾肖田董董袁潘于于蒋蔡余杜叶程魏吕丁沈任任姚卢姜崔崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤",
  ),
  ...Array.from("乐单仇区查盖解朴宓缪隗逄"),
  "欧阳",
  "上官",
  "司徒",
  "慕容",
];

const male = {
  one: Array.from("磊鹏伟强斌涛军勇杰浩峰宁凯超俊亮毅波晖骏航锐喆堃垚翊昊珉"),
  first: Array.from("建志国文明海永学德宏立振庆少景长继启卓子承士思晓彦守宗"),
  second: Array.from("军华平东峰成林明强辉生刚民福祥波宁伟新远安良山航霖泽昌岩垚堃喆"),
};
const female = {
  one: Array.from("静敏丽艳娟霞燕玲洁颖雪琳慧婷丹莉珺祎玥瑶薇岚"),
  first: Array.from("晓雅淑春秀玉桂海雪文丽佳思若慧静红瑞子月亚诗婉"),
  second: Array.from("华芳英梅兰娟霞红燕玲云静萍丽敏琴洁颖雯怡琳瑜珺祎玥蓉"),
};

/** Well-known real names are not used for anybody here. */
const avoided = new Set([
  "李强",
  "王毅",
  "李希",
  "张军",
  "王勇",
  "马云",
  "刘鹤",
  "陈文清",
  "张国清",
  "王小洪",
  "李鹏",
  "杨洁",
  "王岩",
  "刘国中",
  "张雪",
  "李丽",
  "刘翔",
  "姚明",
  "朱军",
  "韩雪",
  "李娜",
  "张宁",
  "王浩",
  "马龙",
  "丁宁",
  "王伟",
]);

/** Those who share a name: so many persons for each. */
export const sharedNames: readonly { name: string; sex: Sex; times: number }[] = [
  { name: "王磊", sex: "male", times: 3 },
  { name: "李静", sex: "female", times: 3 },
  { name: "张敏", sex: "female", times: 2 },
  { name: "刘洋", sex: "male", times: 2 },
  { name: "陈晓东", sex: "male", times: 2 },
  { name: "赵志华", sex: "male", times: 2 },
  { name: "孙晓燕", sex: "female", times: 2 },
];

/** A name that nobody in `taken` bears; it is added there. */
export function freshName(dice: Dice, sex: Sex, taken: Set<string>): string {
  for (;;) {
    const surname = dice.pick(surnames);
    const given = sex === "male" ? male : female;
    const name = surname + (dice.chance(28) ? dice.pick(given.one) : dice.pick(given.first) + dice.pick(given.second));
    if (taken.has(name) || avoided.has(name) || /(.)\1/u.test(name)) continue;
    taken.add(name);
    return name;
  }
}
