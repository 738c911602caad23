/** Words of month-end statements and of what is disputed about them. */
export const STATEMENTS_WORDS = {
  "list.title": { zh: "月度定稿", en: "Month-end statements" },
  "list.lead": {
    zh: "每月的指标在规定的日子定稿并签名，之后不再改动。更正只能另出一份定稿，指明所更正的是哪一份及其理由。任何人都可以核验签名。",
    en: "A month's figures are frozen and signed on the day that the rules say, and never changed afterwards. A correction is a further statement, which names the one that it replaces and why. Anybody can check the signature.",
  },
  "list.empty": {
    zh: "还没有定稿。定稿日一到，平台自动作出上月的定稿。",
    en: "There is no statement yet. When the day has come, the platform freezes the month before by itself.",
  },
  "list.month": { zh: "月份", en: "Month" },
  "list.number": { zh: "份次", en: "Statement" },
  "list.frozenAt": { zh: "定稿时间", en: "Frozen" },
  "list.state": { zh: "状态", en: "State" },
  "list.reason": { zh: "更正理由", en: "Reason of correction" },
  "state.current": { zh: "现行", en: "current" },
  "state.superseded": { zh: "已被更正", en: "replaced" },
  first: { zh: "首份定稿", en: "first statement" },
  further: { zh: "第 {number} 份（更正定稿）", en: "number {number} (correction)" },
  "one.title": { zh: "{month} 定稿", en: "Statement of {month}" },
  "one.frozenAt": { zh: "定稿时间", en: "Frozen" },
  "one.judgedOn": { zh: "到期与否按此日判定", en: "Due or not as of" },
  "one.digest": { zh: "内容摘要（SHA-256）", en: "Digest of the content (SHA-256)" },
  "one.key": { zh: "签名公钥编号", en: "Number of the signing key" },
  "one.supersedes": { zh: "更正的定稿", en: "Replaces" },
  "one.supersededBy": {
    zh: "这份定稿已被更正，请看现行定稿",
    en: "This statement has been replaced; see the current one",
  },
  "one.earlier": { zh: "查看原定稿", en: "the earlier statement" },
  "one.current": { zh: "现行定稿", en: "Current statement" },
  "one.download": { zh: "保存定稿文件", en: "Save the statement" },
  "one.print": { zh: "打印", en: "Print" },
  "one.printed": { zh: "打印于 {at}，来源 {source}", en: "Printed {at} from {source}" },
  "check.valid": {
    zh: "签名有效：内容自定稿以来未被改动",
    en: "The signature fits: nothing was changed since the freezing",
  },
  "check.validText": {
    zh: "本浏览器刚用平台公布的公钥 {keyId} 核验。要独立核验，请保存定稿文件，与从其他途径得到的公钥比对。",
    en: "This browser has just checked it by the public key {keyId} that the platform gives out. To check independently, save the statement and use the key as you came by it elsewhere.",
  },
  "check.bad": {
    zh: "签名不符：内容或签名被改动过",
    en: "The signature does not fit: content or signature was changed",
  },
  "check.badText": {
    zh: "不要使用这份定稿，请告知信用信息中心，并附内容摘要。",
    en: "Do not use this statement; tell the credit information centre and give them the digest.",
  },
  "check.key": {
    zh: "签名所用的公钥不是平台现在的公钥",
    en: "It was signed by another key than the platform's present one",
  },
  "check.keyText": {
    zh: "平台换过密钥的，用当时公布的公钥核验；否则请告知信用信息中心。",
    en: "Where the platform's key has been changed, check by the one given out then; otherwise tell the credit information centre.",
  },
  "check.unable": {
    zh: "本浏览器不能核验这种签名（Ed25519）",
    en: "This browser cannot check this kind of signature (Ed25519)",
  },
  "check.unableText": {
    zh: "请保存定稿文件，在较新的浏览器中打开本页。",
    en: "Open this page in a newer browser, or save the statement.",
  },
  "figures.title": { zh: "指标", en: "Figures" },
  "figures.lead": {
    zh: "“定稿”是当日的数，“现时”是现在按同样算法的数；其后到期、补报、更正的，使二者不同。",
    en: "“Frozen” is how it stood on that day, “now” how the same rule counts today; what fell due, was reported late or corrected since makes the difference.",
  },
  "figures.rate": { zh: "比率", en: "Rate" },
  "figures.frozen": { zh: "定稿", en: "Frozen" },
  "figures.now": { zh: "现时", en: "Now" },
  "figures.change": { zh: "变化", en: "Change" },
  "figures.same": { zh: "未变", en: "none" },
  "figures.changed": {
    zh: "分子 {numerator}，分母 {denominator}",
    en: "numerator {numerator}, denominator {denominator}",
  },
  "figures.hidden": { zh: "限本单位", en: "own body only" },
  "figures.gone": { zh: "现无数据", en: "no data now" },
  "figures.disputed": { zh: "△ 有异议，自 {since}", en: "△ disputed since {since}" },
  "figures.dispute": { zh: "提出异议", en: "Dispute" },
  "figures.disputeOf": { zh: "对{what}提出异议", en: "Dispute {what}" },
  "figures.remark": { zh: "异议", en: "Dispute" },
  "figures.rows": { zh: "明细摘要", en: "Digest of the rows" },
  "figures.empty": { zh: "没有符合条件的指标。", en: "No figure matches." },
  "correct.verb": { zh: "另出更正定稿", en: "Make a correction" },
  "correct.effect": {
    zh: "将按现时数据为 {month} 另作一份定稿并签名，取代现行定稿；原定稿保留。理由随定稿公开。",
    en: "A further statement of {month} is made from today's figures, signed, and replaces the current one; the earlier one stays. The reason becomes public with it.",
  },
  "correct.done": { zh: "已作出更正定稿。", en: "The correction is made." },
  "dispute.title": { zh: "对定稿指标提出异议", en: "Dispute a frozen figure" },
  "dispute.lead": {
    zh: "{month}，{rate}，{item}：定稿为 {share}（{numerator} / {denominator}）。异议由信用办另一人审核；指标暂不改动，但会标明有异议。",
    en: "{month}, {rate}, {item}: frozen as {share} ({numerator} of {denominator}). Another person of the credit office decides. The figure stays as it is meanwhile, marked as disputed.",
  },
  "dispute.rows": { zh: "勾选有疑问的明细（可不选）", en: "Tick the rows in question (may be none)" },
  "dispute.row.decision": {
    zh: "{day} 决定，期限 {due}，首次公示 {published}",
    en: "decided {day}, due {due}, first public {published}",
  },
  "dispute.row.batch": { zh: "{file}，退回 {rejected} 行", en: "{file}, {rejected} {rejected|row|rows} rejected" },
  "dispute.never": { zh: "未公示", en: "never" },
  "dispute.noRows": { zh: "这项指标没有逾期或退回的明细。", en: "No row behind this figure was late or rejected." },
  "dispute.reason": { zh: "理由", en: "Reason" },
  "dispute.submit": { zh: "提出异议", en: "Dispute the figure" },
  "dispute.unknown": { zh: "定稿中没有本单位的这一指标", en: "The statement has no such figure of your body" },
  "dispute.unknownText": {
    zh: "从定稿页的指标表中进入。",
    en: "Come here from the table of figures of the statement.",
  },
  "disputes.title": { zh: "指标异议", en: "Disputes of figures" },
  "disputes.lead": {
    zh: "被评价单位对定稿指标的异议。支持的，在数据改正后另出更正定稿；原定稿不改动。",
    en: "What bodies dispute about frozen figures. Where one is upheld, a further statement is made once the data are right; the earlier statement is never changed.",
  },
  "disputes.empty": { zh: "没有异议。", en: "Nothing is disputed." },
  "disputes.open": { zh: "只看未办结", en: "Only those not decided" },
  "disputes.figure": { zh: "指标", en: "Figure" },
  "disputes.state": { zh: "状态", en: "State" },
  "disputes.openedAt": { zh: "提出时间", en: "Opened" },
  "disputes.openedBy": { zh: "提出人", en: "Opened by" },
  "disputes.acts": { zh: "办理", en: "Decide" },
  "disputes.rows": { zh: "{count} 条明细", en: "{count} {count|row|rows}" },
  "disputes.see": { zh: "查看定稿", en: "see the statement" },
  "disputes.what": { zh: "{body} {month} {rate}（{item}）", en: "{rate} of {body}, {month} ({item})" },
  "disputes.back": { zh: "月度定稿", en: "Month-end statements" },
  "state.open": { zh: "待审核", en: "waits for a decision" },
  "state.upheld": { zh: "已支持", en: "upheld" },
  "state.dismissed": { zh: "未支持", en: "dismissed" },
  "state.taken-back": { zh: "已撤回", en: "taken back" },
  "act.uphold": { zh: "支持", en: "Uphold" },
  "act.dismiss": { zh: "不予支持", en: "Dismiss" },
  "act.take-back": { zh: "撤回", en: "Take back" },
  "effect.uphold": {
    zh: "支持对{what}的异议。定稿不改动；数据改正后可另出更正定稿。",
    en: "Upholds the dispute of {what}. The statement stays; once the data are right a correction can be made.",
  },
  "effect.dismiss": {
    zh: "不予支持对{what}的异议，指标维持。",
    en: "Dismisses the dispute of {what}; the figure stands.",
  },
  "effect.take-back": { zh: "撤回对{what}的异议。", en: "Takes the dispute of {what} back." },
  "history.title": { zh: "经过", en: "What happened" },
  "history.open": { zh: "提出", en: "opened" },
  any: { zh: "全部", en: "All" },
} as const;

type StatementsKey = keyof typeof STATEMENTS_WORDS;

/** The words for a state of a dispute. */
export function disputeStateKey(state: string): StatementsKey {
  const known = Object.keys(STATEMENTS_WORDS).find((key): key is StatementsKey => key === `state.${state}`);
  return known ?? "state.open";
}
