// The template of a pack: a short text with its rules, which passes the checks once the blanks 【待填：…】 are filled in
// and is then rewritten, clause by clause, into the text at hand.
import type { PackFiles } from "#law/pack.ts";

export function packTemplate(id: string): Omit<PackFiles, "vocabulary"> {
  return { id, text, rules: rulesOf(id), examples, notes };
}

const text = `<!-- front -->

【待填：文件标题】

## 第一章  总则

<a id="1"></a>
第一条  本办法适用于【待填：地方】各级领导干部。

<a id="2.1"></a>
第二条  有下列情形之一的，应当问责：

<a id="2.1.1"></a>
（一）对职责范围内的工作推诿扯皮，造成不良后果的；

<a id="2.1.2"></a>
（二）其他不作为的情形。

## 第二章  方式和后果

<a id="3"></a>
第三条  情节较轻的，【待填：决定机关】可以给予批评教育、诫勉。

<a id="4"></a>
第四条  情节较重的，【待填：决定机关】应当给予调离岗位、免职。

<a id="5"></a>
第五条  受到调离岗位处理的，一年内不得提拔；受到免职处理的，两年内不得提拔。

## 第三章  附则

<a id="6"></a>
第六条  问责由【待填：决定机关】按照干部管理权限决定。

<a id="7"></a>
第七条  本办法由【待填：决定机关】负责解释。

<a id="8"></a>
第八条  本办法自【待填：施行日期，如 2024年1月1日】起施行。
`;

const rulesOf = (id: string): string => `# yaml-language-server: $schema=../schema.json
# 每条规则引用一处原文；先改 text.md，再改这里，随时运行 wenze law check。Each rule quotes its clause.
format: 1
id: ${id}
layer: regulation
title: { zh: 【待填：文件标题】, en: 【待填：英文标题】 }
short: { zh: 本办法, en: the Measures }
number: null
validity: { from: 【待填：施行日期，如 2024-01-01】, until: null }
summary: false

words:
  bodies:
    - { id: deciding-body, name: { zh: 【待填：决定机关】, en: 【待填：决定机关的英文】 }, words: [【待填：决定机关】] }

rules:
  - kind: scope
    id: scope
    cite: '1'
    quote: 本办法适用于【待填：地方】各级领导干部
    summary: { zh: 适用对象, en: Whom it concerns }
    subjects:
      - { kind: person, name: { zh: 领导干部, en: a leading cadre } }

  - kind: group
    id: circumstances
    cite: '2.1'
    quote: 有下列情形之一的，应当问责
    summary: { zh: 应当问责的情形, en: Circumstances of accountability }
    group: circumstances
    name: { zh: 不作为, en: inaction }
    force: shall

  - kind: limb
    id: 2-1-1
    cite: 2.1.1
    quote: 对职责范围内的工作推诿扯皮，造成不良后果的
    summary: { zh: 推诿扯皮, en: Duties shirked }
    group: circumstances
    conduct: 对职责范围内的工作推诿扯皮
    acts: [推诿扯皮]
    mode: all
    results: [{ id: adverse-consequence, name: { zh: 不良后果, en: adverse consequences }, words: 不良后果 }]
    context: [对职责范围内的工作]
    precondition: null

  - kind: limb
    id: 2-2-1
    cite: 2.1.2
    quote: 其他不作为的情形
    summary: { zh: 兜底, en: Catch-all }
    group: circumstances
    conduct: 其他不作为的情形
    acts: []
    mode: none
    results: []
    precondition: null
    catchAll: true

  - kind: tier
    id: lighter
    cite: '3'
    quote: 情节较轻的，【待填：决定机关】可以给予批评教育、诫勉
    summary: { zh: 情节较轻的方式, en: Measures for lighter cases }
    force: may
    gravity: [lighter]
    measures: [criticism-education, admonition]
    deciders: [deciding-body]

  - kind: tier
    id: graver
    cite: '4'
    quote: 情节较重的，【待填：决定机关】应当给予调离岗位、免职
    summary: { zh: 情节较重的方式, en: Measures for graver cases }
    force: shall
    gravity: [graver]
    measures: [transfer, removal]
    deciders: [deciding-body]

  - kind: restriction
    id: transfer-promotion
    cite: '5'
    quote: 受到调离岗位处理的，一年内不得提拔
    summary: { zh: 调离岗位：一年内不得提拔，以现任层次为基准, en: 'Transfer: no promotion for a year, measured from the present level' }
    measures: [transfer]
    ground: [accountability]
    handling: any
    bars: [promotion]
    for: P12M
    baseline: present
    reach: above

  - kind: restriction
    id: removal-promotion
    cite: '5'
    quote: 受到免职处理的，两年内不得提拔
    summary: { zh: 免职：两年内不得提拔，以原任层次为基准, en: 'Removal: no promotion for two years, measured from the original level' }
    measures: [removal]
    ground: [accountability]
    handling: any
    bars: [promotion]
    for: P24M
    baseline: original
    reach: above

  # 文本没有规定的，也要写明：检查要求每个问题都有规则或者理由。What the text leaves unsaid is said to be so.
  - kind: silent
    id: nothing-on-others
    cite: '5'
    purposes: [all]
    measures: [none, unnamed, criticism-education, admonition]
    sanctions: [none, all]
    reason: { zh: 本条只规定调离岗位和免职, en: The article speaks of transfer and removal only }

  - kind: silent
    id: promotion-only
    cite: '5'
    purposes: [equivalent-post, annual-excellence, honours]
    measures: [transfer, removal]
    sanctions: [none, all]
    reason: { zh: 本条只限制提拔, en: The article bars promotion only }

  - kind: competence
    id: competence
    cite: '6'
    quote: 问责由【待填：决定机关】按照干部管理权限决定
    summary: { zh: 决定机关, en: Who decides }
    ownBodies: [deciding-body]
    authority:
      - { managedBy: city, measures: [all], decides: [city-committee], proposes: [deciding-body], approves: [city-committee], executes: [superior-personnel-department] }
      - { managedBy: zone, measures: [all], decides: [deciding-body], proposes: [], approves: [deciding-body], executes: [deciding-body] }
      - { managedBy: unit, measures: [all], decides: [deciding-body], proposes: [], approves: [deciding-body], executes: [deciding-body] }

  - kind: interpretation
    id: interpretation
    cite: '7'
    quote: 本办法由【待填：决定机关】负责解释
    summary: { zh: 解释机关, en: Who interprets }
    by: [deciding-body]

  - kind: validity
    id: validity
    cite: '8'
    quote: 本办法自【待填：施行日期，如 2024年1月1日】起施行
    summary: { zh: 施行日期, en: In force from }
    from: 【待填：施行日期，如 2024-01-01】
    until: null
`;

const examples = `# yaml-language-server: $schema=../schema-examples.json
# 每个例是一句话，写明事实和应有的答复；期限的最后一日和次日都要有例。Each example is a sentence with its answer.
format: 1
examples:
  - name: { zh: 受到调离岗位的一年内提拔，不得, en: 'Transfer: barred on the last day of the year' }
    facts: { person: { level: 乡科级副职 }, measures: [{ kind: 调离岗位, effective: 2025-05-10 }] }
    question: { purpose: 提拔, date: 2026-05-09, toLevel: 乡科级正职 }
    expect: { answer: barred, regulation: barred, regulationUntil: 2026-05-09 }

  - name: { zh: 满一年的次日，本办法不再限制, en: 'Transfer: no longer barred by this text the day after the anniversary' }
    facts: { person: { level: 乡科级副职 }, measures: [{ kind: 调离岗位, effective: 2025-05-10 }] }
    question: { purpose: 提拔, date: 2026-05-11, toLevel: 乡科级正职 }
    expect: { answer: clear, regulation: clear }
`;

const notes = `# 说明

写明文本的来源、编写人和核对人，以及文字有不同理解之处。Say where the text comes from, who wrote and who checked this, and where it can be read in two ways.

- 来源：【待填：文本来源】

谁决定、建议、批准、执行，在这里用文字再写一遍，检查程序核对它与规则是否一致。Who decides, said a second time in words, which the checks compare.

| 管理权限 | 方式 | 决定 | 建议 | 批准 | 执行 |
| --- | --- | --- | --- | --- | --- |
| 市管 | 全部 | 市委 | 【待填：决定机关】 | 市委 | 上级组织人事部门 |
| 区管 | 全部 | 【待填：决定机关】 | | 【待填：决定机关】 | 【待填：决定机关】 |
| 单位管理 | 全部 | 【待填：决定机关】 | | 【待填：决定机关】 | 【待填：决定机关】 |
`;
