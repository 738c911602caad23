import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { dayText, type Workdays } from "#catalogue";
import { addDays, addMonths } from "../../kernel/time.ts";
import { pageCursor, pageLimit } from "../../platform/http/list-query.ts";
import { linkNext } from "../../platform/http/list-link.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { deadlineRuleOn } from "./deadline.rules.ts";
import { checkedFilter, checkEmpty, dayOf } from "./checked-filter.ts";
import type { PublicationLaw } from "./publication.rules.ts";
import { DeadlineSchema, TimelinessDaysSchema, TimelinessRowsSchema, TimelinessSchema } from "./publish.contract.ts";
import { publishProblem } from "./publish.problems.ts";
import type { RegisterSources } from "./publish.routes.ts";
import { listTimelinessDecisions, readTimeliness } from "./read-timeliness.ts";
import { readTimelinessDays } from "./read-timeliness-days.ts";

const Filter = {
  item: Type.Optional(Type.String({ description: "事项代码 / item code" })),
  body: Type.Optional(Type.String({ description: "报送单位代码 / code of the reporting body" })),
  from: Type.Optional(
    Type.String({
      description:
        "决定日期自，YYYY-MM-DD，统计按整月计 / first day of decision, YYYY-MM-DD; figures take whole months",
    }),
  ),
  to: Type.Optional(
    Type.String({
      description: "决定日期至，YYYY-MM-DD，统计按整月计 / last day of decision, YYYY-MM-DD; figures take whole months",
    }),
  ),
};

/** On-time publication and the terms behind it over HTTP. */
export function registerTimelinessRoutes(
  app: FastifyInstance,
  sources: RegisterSources,
  law: PublicationLaw,
  workdays: Workdays,
): void {
  registerFigures(app, sources);
  registerDecisions(app, sources);
  registerDays(app, sources);
  registerDeadline(app, law, workdays);
}

function registerFigures(app: FastifyInstance, sources: RegisterSources): void {
  registerRoute(app, {
    method: "GET",
    path: "/publicity/timeliness",
    permission: "public",
    tag: "publicity",
    summary: {
      zh: "按机构、事项、决定月份统计的按期公示，含分子、分母和未计入原因",
      en: "On-time publication by body, item and month, with numerator, denominator and what is not counted",
    },
    params: Type.Object({}),
    query: Type.Object(Filter, { additionalProperties: false }),
    response: { 200: TimelinessSchema },
    handle: async ({ query }) => {
      const filter = checkedFilter(sources.catalogue, query);
      const figures = await readTimeliness(sources.publicDb, filter, sources.clock.today());
      if (figures.length === 0) checkEmpty(sources.catalogue, filter);
      return { figures };
    },
  });
}

function registerDecisions(app: FastifyInstance, sources: RegisterSources): void {
  registerRoute(app, {
    method: "GET",
    path: "/publicity/timeliness/decisions",
    permission: "public",
    tag: "publicity",
    summary: { zh: "统计数字背后的逐条决定", en: "The decisions behind the figures" },
    params: Type.Object({}),
    query: Type.Object(
      {
        ...Filter,
        limit: pageLimit(100, 1000),
        cursor: pageCursor(100),
      },
      { additionalProperties: false },
    ),
    response: { 200: TimelinessRowsSchema },
    handle: async ({ query, reply }) => {
      const filter = checkedFilter(sources.catalogue, query);
      const today = sources.clock.today();
      const list = await listTimelinessDecisions(sources.publicDb, filter, query.cursor ?? null, query.limit, today);
      if (list.items.length === 0) checkEmpty(sources.catalogue, filter);
      return linkNext(reply, "/api/v1/publicity/timeliness/decisions", query, list);
    },
  });
}

/** Longest calendar that is drawn at once. */
const MOST_MONTHS = 24;

function registerDays(app: FastifyInstance, sources: RegisterSources): void {
  registerRoute(app, {
    method: "GET",
    path: "/publicity/timeliness/days",
    permission: "public",
    tag: "publicity",
    summary: {
      zh: "日历：每日作出（或首次公示）的决定数，按期、逾期、未定",
      en: "A calendar: decisions by their day, or by the day they were first public; in time, late, open",
    },
    params: Type.Object({}),
    query: Type.Object(
      {
        by: Type.Union([Type.Literal("decision"), Type.Literal("publication")], {
          default: "decision",
          description: "按决定日期或首次公示日期 / by day of decision or of first publication",
        }),
        item: Filter.item,
        body: Filter.body,
        from: Type.Optional(
          Type.String({ description: "自，YYYY-MM-DD，默认一年前 / first day, by default a year ago" }),
        ),
        to: Type.Optional(Type.String({ description: "至，YYYY-MM-DD，默认今日 / last day, by default today" })),
      },
      { additionalProperties: false },
    ),
    response: { 200: TimelinessDaysSchema },
    handle: async ({ query }) => {
      const today = sources.clock.today();
      const { by, ...asked } = query;
      const filter = checkedFilter(sources.catalogue, { ...asked, to: asked.to ?? today });
      const to = filter.to ?? today;
      const from = filter.from ?? addDays(addMonths(to, -12), 1);
      if (from < addMonths(to, -MOST_MONTHS)) throw publishProblem("long-range");
      const days = await readTimelinessDays(sources.publicDb, by, { ...filter, from, to }, today);
      if (days.length === 0) checkEmpty(sources.catalogue, filter);
      return { days };
    },
  });
}

function registerDeadline(app: FastifyInstance, law: PublicationLaw, workdays: Workdays): void {
  registerRoute(app, {
    method: "GET",
    path: "/deadline",
    permission: "public",
    tag: "publicity",
    summary: {
      zh: "公示期限的最后一天，及计算过程",
      en: "Last day of the term of publication, with the count",
    },
    params: Type.Object({}),
    query: Type.Object(
      {
        from: Type.String({ description: "决定日期，YYYY-MM-DD / day of the decision, YYYY-MM-DD" }),
        deadline: Type.String({
          default: law.deadlines.usual,
          description: "期限规则 / rule of data/rules/deadlines.json",
        }),
      },
      { additionalProperties: false },
    ),
    response: { 200: DeadlineSchema },
    handle: ({ query }) => {
      const from = dayOf(query.from);
      const rule = deadlineRuleOn(law.deadlines, query.deadline, from);
      if (!rule) throw publishProblem("unknown-deadline");
      const term = workdays.explainDeadline(from, rule.workingDays);
      if ("missing" in term) throw publishProblem("calendar-missing", { extra: { missing: term.missing } });
      return Promise.resolve({
        from,
        due: term.due,
        workingDays: rule.workingDays,
        counted: term.counted.map((day) => ({ date: day.date, kind: day.kind, text: dayText(day) })),
        skipped: term.skipped.map((day) => ({ date: day.date, kind: day.kind, text: dayText(day) })),
      });
    },
  });
}
