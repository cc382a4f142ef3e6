// What must hold of security, line by line, and the tests that hold it. docs/security.md is made of this list and of the figures that the
// tests print (scripts/security.mjs); test/security.test.ts keeps the three in step.

type Held = {
  zh: string;
  en: string;
  /** Each by its file and its name, or the part of it that stands in the file as it is. */
  tests: readonly (readonly [file: string, name: string])[];
};
type Group = { zh: string; en: string; checks: Readonly<Record<string, Held>> };

const securityChecks = {
  nothingLost: {
    zh: "什么都不丢失",
    en: "Nothing lost",
    checks: {
      kills: {
        zh: "随时终止程序或者数据库，已经确认的一件不丢，没有办了一半的",
        en: "The application or its database killed at any moment: nothing acknowledged is lost, nothing is half done",
        tests: [
          ["test/database/crash.test.ts", "of what was acknowledged before six kills"],
          ["test/database/import-kills.test.ts", "import"],
          ["test/soak/crash.test.ts", "lose nothing"],
        ],
      },
      "one-effect": {
        zh: "同一请求重复或者同时提交，只生效一次；两人同时办理，后者得知前者所办，什么都不被覆盖",
        en: "One request sent again or many times at once has one effect; of two at once the second is told what the first did",
        tests: [
          ["test/api/doubled.test.ts", "one key ten times at once has one effect and one answer"],
          ["test/api/doubled.test.ts", "one key ten times at once on a matter that exists has one effect too"],
          ["test/api/doubled.test.ts", "who comes second gets 409 with what the first did, and nothing is overwritten"],
          ["test/api/permissions.test.ts", "every endpoint that changes something has the key of its request"],
        ],
      },
      numbers: {
        zh: "文号连续，不重不漏",
        en: "Numbers follow one another, none twice and none left out",
        tests: [["test/api/doubled.test.ts", "numbers of leads follow one another without a gap"]],
      },
      backup: {
        zh: "写入期间所做备份，在另一台机器上恢复后完全相同",
        en: "A backup made while others write comes back equal on another machine",
        tests: [["test/database/backup.test.ts", "a backup made under writers on"]],
      },
      upgrade: {
        zh: "从旧版本升级，每张表的每一行都在，答复不变",
        en: "After an upgrade every row of every table is there, and the answers are the same",
        tests: [
          [
            "test/database/baseline.test.ts",
            "a district with rows in every table keeps each of them, and answers as it did",
          ],
        ],
      },
      "full-disk": {
        zh: "磁盘写满，没有不落盘的成功；有了空间自行恢复",
        en: "On a full disk nothing is acknowledged that is not kept, and it recovers by itself",
        tests: [["test/soak/full-disk.test.ts", "a full disk is said in Chinese with 507"]],
      },
    },
  },
  rightAnswer: {
    zh: "答复正确",
    en: "The right answer",
    checks: {
      "second-writing": {
        zh: "与另行编写的第二套实现逐一比对",
        en: "Compared one by one with a second implementation that shares nothing",
        tests: [
          ["test/second/second.test.ts", "50,000 random fact sets are answered alike by both"],
          ["test/soak/second.test.ts", "a million were asked"],
        ],
      },
      unmoved: {
        zh: "他人的案件、名单的次序和拆分、机器的时区，都不改变答复",
        en: "Others' cases, the order and the parts of a list, the clock of the machine change no answer",
        tests: [
          ["test/second/properties.test.ts", "Another person's records asked in between change nothing"],
          ["test/second/properties.test.ts", "The order in which records are told changes neither answer nor reasons"],
          ["test/second/properties.test.ts", "A list cut in two and asked in two runs gives the bytes of the whole"],
          ["test/second/properties.test.ts", "The time zone and the language of the machine change no byte"],
        ],
      },
    },
  },
  nobodyElse: {
    zh: "不在其位，不得其门",
    en: "Nobody where they don't belong",
    checks: {
      permissions: {
        zh: "每个接口、角色、环节的准入与职责表一致",
        en: "Every endpoint, act, role and stage answers as the tables of duties say",
        tests: [
          ["test/api/permissions.test.ts", "every endpoint lets in exactly the roles of its access, and no stranger"],
          [
            "test/api/permissions.test.ts",
            "every act × role × stage answers as the tables of duties, reading rights and stages say",
          ],
        ],
      },
      "reading-rights": {
        zh: "程序、查询条件、数据库行级权限三者结果一致",
        en: "Function, filter and row-level security give the same rows",
        tests: [
          [
            "test/database/reading-rights.test.ts",
            "function, filter and row-level security give identical rows on 5,000 generated worlds",
          ],
        ],
      },
      "foreign-ids": {
        zh: "任何编号换成他人的，回答与不存在时相同",
        en: "Every id replaced by a foreign one answers as one that is not there",
        tests: [
          [
            "test/api/foreign-ids.test.ts",
            "every id of every endpoint, replaced by a foreign one, answers exactly as a missing one does",
          ],
        ],
      },
      "four-eyes": {
        zh: "提出的人及其亲属不得批准，换账号、换档案、换先后都不行，数据库同样把守",
        en: "Neither who proposes nor their family approves, by whatever account, record or order; the database holds it too",
        tests: [
          ["test/api/four-eyes.test.ts", "by nobody of the same person or family, in whichever order; by anybody else"],
          [
            "test/api/four-eyes.test.ts",
            "in cases and on leading bodies: every pair of acts of the tables, by the same rule",
          ],
          [
            "test/api/four-eyes.test.ts",
            "both persons stand in the rows, and the database itself refuses the same one twice",
          ],
        ],
      },
      recusal: {
        zh: "成为当事人、证人或者其亲属的，自下一次请求起处处回避",
        en: "Who becomes party, witness or a relative of theirs is kept out from the next request on",
        tests: [
          ["test/api/recusal.test.ts", "whoever is named a witness in mid-case is kept out from the next request on"],
          [
            "test/api/relatives.test.ts",
            "it shuts every door to the relative at once; ended on a day, they open again",
          ],
        ],
      },
      reporters: {
        zh: "举报人身份单独封存，两人依理由开启并留痕，别处无迹可寻",
        en: "A reporter stands in a vault alone, opened by two with a reason, and nowhere else",
        tests: [
          ["test/api/reporters.test.ts", "forty planted names stand in no answer, no table, no log, no index"],
          [
            "test/api/reporters.test.ts",
            "it is opened by two people with a reason, until the time is over, and every reading is in the log",
          ],
        ],
      },
      "next-request": {
        zh: "停用账号、变更角色，自下一次请求起生效",
        en: "A disabled account and a changed role count from the next request on",
        tests: [
          [
            "test/api/sign-in.test.ts",
            "a disabled account is out, and a changed role counts, from the next request on",
          ],
        ],
      },
    },
  },
  attacks: {
    zh: "攻击",
    en: "Attacks",
    checks: {
      malformed: {
        zh: "按接口文件编造的畸形请求，没有一个引发系统错误",
        en: "Malformed requests made from the contract: none is a fault of the machine",
        tests: [
          ["test/api/malformed.test.ts", "five hundred malformed requests of all endpoints"],
          ["test/soak/malformed.test.ts", "10,000 malformed requests"],
        ],
      },
      sessions: {
        zh: "会话 256 位，只存其哈希，闲置半小时、最长十二小时；动态口令只用一次",
        en: "Sessions of 256 bits, kept as hashes, idle for half an hour and twelve hours at most; codes work once",
        tests: [
          ["src/accounts/session.test.ts", "a token carries 256 bits, is found by its hash, and never repeats"],
          ["src/accounts/session.test.ts", "a session lives until 30 minutes without use, and until 12 hours in all"],
          ["test/api/policy.test.ts", "codes are taken up by oneself, asked for at sign-in, work once"],
        ],
      },
      "foreign-pages": {
        zh: "其他网站的页面改不了任何内容",
        en: "A page of another site changes nothing",
        tests: [["test/api/malformed.test.ts", "a page of another site changes nothing through any endpoint"]],
      },
      "hostile-files": {
        zh: "恶意文件（表格、名单、任免表、文档、压缩包）一律以 4xx 中文说明拒绝，时间和内存有限，多个同时也一样",
        en: "Files that hurt, of every kind and many at once: 4xx in Chinese, within bounds of time and memory",
        tests: [
          ["test/api/hostile-files.test.ts", "is refused where"],
          ["test/api/hostile-files.test.ts", "many at once, at every door, are all refused"],
          ["test/api/hostile-files.test.ts", "where more come than readers are free for, one is told to come again"],
          ["test/soak/hostile-files.test.ts", "forty senders of large files"],
        ],
      },
      "hostile-evidence": {
        zh: "证据按内容查验：压缩炸弹、越界路径、冒名文件不收",
        en: "Evidence is examined by its bytes: bombs, paths that lead out and false kinds are not taken",
        tests: [
          ["test/database/file-content.test.ts", "an archive that bursts is refused while it streams"],
          [
            "test/database/file-content.test.ts",
            "an archive in an archive, a path out of it, a broken one and entities are refused",
          ],
          [
            "test/database/file-content.test.ts",
            "what cannot be known by its first bytes is refused, whatever it is called",
          ],
        ],
      },
      formulas: {
        zh: "导出的单元格不会成为公式",
        en: "No cell of an export becomes a formula",
        tests: [["src/files/render/xlsx.test.ts", "is neutralised"]],
      },
      "stored-scripts": {
        zh: "存入每个文本字段的脚本，在真实浏览器和归档网页中都不执行",
        en: "Scripts stored in every text field run neither in a real browser nor in the pages of an archive",
        tests: [
          ["test/browser/scripts.test.ts", "scripts are planted in every text field that takes them"],
          [
            "test/browser/scripts.test.ts",
            "none of them runs on any screen, and none stands there as anything but text",
          ],
          ["test/browser/scripts.test.ts", "nor in the pages of an archive, which are opened without any headers"],
        ],
      },
      "no-outgoing": {
        zh: "不向外连接",
        en: "No outgoing connection",
        tests: [
          ["test/api/outgoing.test.ts", "a connection that is tried is seen"],
          [
            "test/api/outgoing.test.ts",
            "every endpoint that makes or reads a file is answered without a network, and none tries to use one",
          ],
          ["test/api/outgoing.test.ts", "nor does a first start, nor its end"],
        ],
      },
      "slow-clients": {
        zh: "上千个不说话或者慢慢说的连接不妨碍他人，到时关闭",
        en: "A thousand connections that say nothing or say it slowly hinder nobody, and end after their time",
        tests: [
          [
            "test/api/slow-clients.test.ts",
            "a thousand idle and four hundred slow clients keep nobody from his answer",
          ],
          ["test/api/slow-clients.test.ts", "a client that never takes its answer is let go"],
        ],
      },
      headers: {
        zh: "每个应答都带安全头",
        en: "Every answer carries the headers",
        tests: [["test/api/strangers.test.ts", "every answer carries the headers, whatever its status"]],
      },
      "operational-logs": {
        zh: "运行日志不含口令和个人信息",
        en: "Nothing secret or personal stands in operational logs",
        tests: [
          [
            "test/api/strangers.test.ts",
            "a fault of the machine tells the asker nothing, and the operator nothing personal",
          ],
        ],
      },
      licences: {
        zh: "每个软件包的许可证都在允许之列，清单由锁定文件生成",
        en: "Every package comes under a licence that is allowed; the bill of materials is made from the lockfile",
        tests: [
          ["test/licences.test.ts", "every package of the lockfile comes under a licence that is allowed"],
          ["test/licences.test.ts", "a package without a licence fails by its name"],
        ],
      },
    },
  },
  log: {
    zh: "日志",
    en: "The log",
    checks: {
      tampering: {
        zh: "独立验证程序查出任何一位改动、删除、插入、调换、截断，以及超级用户的整链重写",
        en: "A separate verifier finds every flipped bit, deletion, insertion, swap and cut, and a chain rewritten by the superuser",
        tests: [
          ["test/database/checkpoints.test.ts", "every way in which an export can be changed is found"],
          [
            "test/database/checkpoints.test.ts",
            "a chain rewritten by the database's superuser, signed again with our own key",
          ],
          ["test/soak/flips.test.ts", "are found"],
        ],
      },
      traces: {
        zh: "办理、拒绝、敏感查阅和导出都留痕，日志中没有口令和身份证号",
        en: "Acts, refusals, sensitive reads and exports leave their entry, which holds no password and no ID number",
        tests: [
          ["test/api/log.test.ts", "leaves an entry of the kind"],
          ["test/api/log.test.ts", "refused leaves its entry too"],
          ["test/api/log.test.ts", "the log never holds a password, nor an ID number"],
        ],
      },
      serials: {
        zh: "导出的每一行都能凭流水号查到日志",
        en: "Every row of an export leads by its serial to the log",
        tests: [["test/api/list-file.test.ts", "each row with the serial of its entry"]],
      },
    },
  },
  installation: {
    zh: "安装与备份",
    en: "Installation and backups",
    checks: {
      identity: {
        zh: "数据库只认初始化时的密钥和数据目录；目录写错、另起一台服务器，都打不开也改不了",
        en: "A database opens with the keys and folder it was begun with alone; a typo or a second server opens and makes nothing",
        tests: [
          [
            "test/database/identity.test.ts",
            "a database is opened with the keys it was begun with and with no others, and none are made beside it",
          ],
          ["test/database/identity.test.ts", "a typo in --data opens nothing, makes nothing and is named"],
          [
            "test/database/identity.test.ts",
            "a second server on the same database with a folder of its own is refused, and the first goes on",
          ],
        ],
      },
      durability: {
        zh: "每次提交都落盘，不论账户的默认设置",
        en: "Every session waits for the disk, whatever its login has for a default",
        tests: [
          ["test/database/identity.test.ts", "every session waits for the disk, whatever its login has for a default"],
        ],
      },
      "sealed-backups": {
        zh: "备份没有密钥读不了，改动任何一位、一行、一个角色、次序都能发现；恢复中断可以接着做",
        en: "Nobody reads a backup without its key; any bit, row, role or order changed is found; a restore cut off is taken over",
        tests: [
          [
            "test/database/backup.test.ts",
            "nobody reads a backup without its key, and every bit, cut, row, role and order of it that is changed is found",
          ],
          [
            "test/database/backup.test.ts",
            "a folder in which a restore was cut off says so, nothing starts there, and the next restore takes it over",
          ],
        ],
      },
      "bound-rows": {
        zh: "绕过日志改动数据库，逐行查出",
        en: "What is changed in the database past the log is found row by row",
        tests: [
          [
            "test/database/bound.test.ts",
            "what is changed in the database past the log is found, row by row, and nothing else is",
          ],
        ],
      },
    },
  },
  found: {
    zh: "攻击中发现，已经堵上的",
    en: "Found by attack, and mended",
    checks: {
      "masked-numbers": {
        zh: "凭各角色所能看到的一切，每个人的身份证号仍有至少一百种可能",
        en: "From all that any role gets of anybody, at least a hundred ID numbers remain possible",
        tests: [
          [
            "test/api/identities.test.ts",
            "a hundred numbers remain possible of everybody, from all that any role gets and whatever it asks",
          ],
          [
            "test/api/identities.test.ts",
            "who keeps the personal records reads days of birth, finds people by their number, and each search is in the log",
          ],
        ],
      },
      "two-administrators": {
        zh: "重置口令、授予角色、修改策略、签发令牌须由另一位管理员同意，并告知本人和第三位",
        en: "Password resets, roles, policy and tokens need a second administrator; the person concerned and the third are told",
        tests: [
          ["test/api/administrators.test.ts", "one administrator resets nobody's password"],
          ["test/api/administrators.test.ts", "one administrator gives nobody a role"],
          ["test/api/administrators.test.ts", "one administrator changes no policy"],
          ["test/api/administrators.test.ts", "one administrator issues no token"],
          [
            "test/api/administrators.test.ts",
            "neither who asks nor whom it concerns decides, nor a second account of theirs, nor anybody twice",
          ],
          [
            "test/api/administrators.test.ts",
            "the person concerned and the third administrator are told, by message and in the log",
          ],
        ],
      },
      "no-business": {
        zh: "三类管理员和操作入口都看不到业务内容",
        en: "None of the three administrators, and nobody at the operator's door, reads business data",
        tests: [
          [
            "test/api/log.test.ts",
            "none of the three administrators, and nobody at the operator's door, is answered with a word of the offices' business",
          ],
        ],
      },
      "known-passwords": {
        zh: "账号有了角色，制作者所知的口令即失效",
        en: "Once an account holds a role, no password that its maker knew works",
        tests: [
          [
            "test/api/administrators.test.ts",
            "whoever made an account knows nothing of it any more once it holds a role",
          ],
        ],
      },
      "reporter-oracle": {
        zh: "封存的文字不出现在他人的答复和检索中，拒绝也不透露",
        en: "Words that are sealed stand in nobody else's answer or search, and no refusal gives them away",
        tests: [
          [
            "test/api/readings.test.ts",
            "before their release no word that was typed is answered to another office, nor found by its search",
          ],
          [
            "test/api/reporters.test.ts",
            "every text of every act on a lead and a case is answered alike, whether it holds the reporter's name or another",
          ],
        ],
      },
      liaison: {
        zh: "单位联络员只见本单位的决定、送达和执行，不见调查、审议和线索",
        en: "A unit's liaison sees decision, service and execution on its people, nothing of inquiry, deliberation, leads",
        tests: [
          [
            "test/api/readings.test.ts",
            "a unit's liaison reads of a released case the decision, service and execution on its people, in whatever is answered",
          ],
          [
            "src/casework/reading/readings.test.ts",
            "of every event each reading has the fields of its parts, and the others empty or the event not at all",
          ],
        ],
      },
      "bound-files": {
        zh: "文件只归上传的人和所附的事项，凭哈希附不上、读不到他人的文件",
        en: "A file is its uploader's and its matter's: nobody attaches or reads another's by its hash",
        tests: [["test/api/readings.test.ts", "one of somebody else is none for whoever attaches it by its address"]],
      },
      guesses: {
        zh: "每个账号十五分钟内来自陌生设备的猜测不超过五次，已知设备上的本人不会被挡在门外",
        en: "At most five guesses in 15 minutes for each account from all unknown devices; no owner on a known one is shut out",
        tests: [
          ["test/api/sessions.test.ts", "three hundred guesses from fifty addresses"],
          [
            "test/api/sessions.test.ts",
            "an owner on a new device signs in amid the guesses with the code of the moment",
          ],
          [
            "test/api/sessions.test.ts",
            "behind a proxy that is named the client's address counts, and of one that is not its own",
          ],
          ["test/soak/guesses.test.ts", "10,000 guesses over 100 accounts from 50 addresses"],
        ],
      },
      idle: {
        zh: "只有人的操作算作使用，页面自动刷新不延长会话",
        en: "What a person does keeps a session alive; what a page does by itself does not",
        tests: [
          [
            "test/api/sessions.test.ts",
            "the bell that a page rings by itself keeps no session alive; what a person does, does",
          ],
        ],
      },
      "two-tabs": {
        zh: "页面只以它所显示的人办事；本人可见并结束自己的会话",
        en: "A page acts only as who it shows; owners see and end their sessions",
        tests: [
          ["test/api/sessions.test.ts", "two tabs, two people"],
          [
            "test/api/sessions.test.ts",
            "the owner sees where they are signed in and ends a session; nobody ends another's",
          ],
        ],
      },
      alarms: {
        zh: "日志只有编号和种类，没有案情；成批查阅、反复被拒、夜间导出报警给审计管理员",
        en: "The log holds numbers and kinds, no words of cases; bulk reads, repeated refusals, exports at night alarm the audit administrator",
        tests: [
          ["test/api/alarms.test.ts", "the nineteenth refusal within an hour is quiet, the twentieth alarms, once"],
          ["test/api/alarms.test.ts", "a flood of reads, of failed sign-ins, and an export at night alarm"],
          ["src/audit/wordless.test.ts", "words become their length; codes, days, hashes and document numbers stay"],
        ],
      },
      "second-factor": {
        zh: "策略要求动态口令的，启用之前不能做别的事；常用口令不收",
        en: "Where the policy asks for codes nothing else can be done before; common passwords are refused",
        tests: [
          [
            "test/api/policy.test.ts",
            "where the policy asks everybody for codes, one can take them up and do nothing else",
          ],
          [
            "src/accounts/common-passwords.test.ts",
            "a common password is one in any capitals, and with a year or a sign behind it",
          ],
        ],
      },
    },
  },
} as const satisfies Record<string, Group>;

type Groups = typeof securityChecks;
type NamesOf<G> = G extends { checks: infer Checks } ? keyof Checks & string : never;
export type SecurityCheck = NamesOf<Groups[keyof Groups]>;

export type ListedCheck = Held & { id: string };

/** Every group with its checks, in order. */
export function groupsOfChecks(): { zh: string; en: string; checks: ListedCheck[] }[] {
  return Object.values<Group>(securityChecks).map(({ zh, en, checks }) => ({
    zh,
    en,
    checks: Object.entries(checks).map(([id, one]) => ({ id, ...one })),
  }));
}
