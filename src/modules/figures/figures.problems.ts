import { defineProblems } from "../../kernel/problem.ts";

/** Why a figure, statement or dispute cannot be had or made. */
export const figureProblem = defineProblems("figures", {
  "unknown-statement": {
    status: 404,
    title: { zh: "没有这一定稿", en: "There is no such statement" },
    remedy: { zh: "在定稿列表中选择。", en: "Choose one of the list of statements." },
  },
  "unknown-figure": {
    status: 404,
    title: { zh: "定稿中没有本单位的这一指标", en: "The statement has no such figure of your body" },
    remedy: {
      zh: "只能对定稿中本单位的指标提出异议；核对比率和事项。",
      en: "Only a figure of your own body in the statement can be disputed; check rate and item.",
    },
  },
  "unknown-dispute": {
    status: 404,
    title: { zh: "没有这一异议", en: "There is no such dispute" },
    remedy: { zh: "核对编号；它也可能属于其他单位。", en: "Check its number; it may belong to another body." },
  },
  superseded: {
    status: 409,
    title: { zh: "该定稿已被更正定稿取代", en: "A further statement has replaced this one" },
    remedy: { zh: "打开该月最新的定稿。", en: "Open the month's newest statement." },
  },
  "disputed-already": {
    status: 409,
    title: { zh: "该指标已有未办结的异议", en: "This figure is disputed already" },
    remedy: {
      zh: "待其办结，或由提出人撤回后重新提出。",
      en: "Wait until it is decided, or have it taken back first.",
    },
  },
  "not-frozen-yet": {
    status: 409,
    title: { zh: "该月尚无定稿，无从更正", en: "This month has no statement yet that could be corrected" },
    remedy: { zh: "定稿日到后由平台自动作出首份定稿。", en: "The platform makes the first one when the day has come." },
  },
  "not-upheld": {
    status: 409,
    title: { zh: "所引异议未获支持，或不属于该月", en: "The dispute named was not upheld, or is of another month" },
    remedy: { zh: "引用该月已获支持的异议，或不引用。", en: "Name an upheld dispute of that month, or none." },
  },
});
