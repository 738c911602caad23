import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { accountProblem } from "#accounts";
import { figureProblem, listStatements } from "#figures";
import { proceedingProblem } from "#proceedings";
import { catalogueProblem } from "#catalogue";
import { ingestProblem } from "#ingest";
import {
  deadlineRuleOn,
  findPublicRecord,
  getFigures,
  getSubjectBy,
  listRegister,
  listTimelinessDecisions,
  publicWindow,
  publishProblem,
  readTimeliness,
  searchRegister,
  usualTermOn,
  SEVERITY_CLASSES,
} from "#publish";
import { recordProblem } from "#records";
import { subjectProblem } from "#subjects";
import type { ProblemKind } from "../kernel/problem.ts";
import { httpProblem } from "../platform/http/http.problems.ts";
import { StartError } from "../platform/start-error.ts";
import type { PortalData, Site } from "../portal/portal-data.ts";
import type { Runtime } from "./runtime.ts";

/** What the public pages read: the public's own pool and the law data, nothing else. */
export function portalData(runtime: Runtime, sample: { readonly holds: boolean }, openApi: () => unknown): PortalData {
  const { law, clock, publicDb, searchDb, config } = runtime;
  const { windows, deadlines } = law.publication;
  return {
    clock,
    site: {
      ...loadSite(config.lawDirectory),
      get sample() {
        return sample.holds;
      },
    },
    catalogue: law.catalogue,
    calendarYears: law.workdays.years,
    figures: () => getFigures(publicDb, clock.today()),
    search: (text, cursor, limit) => searchRegister({ publicDb, searchDb }, text, cursor, limit),
    subject: (codeOrId) => getSubjectBy(publicDb, codeOrId),
    records: (filter, cursor, limit) => listRegister(publicDb, filter, cursor, limit),
    record: (recordId) => findPublicRecord(publicDb, recordId),
    timeliness: (filter) => readTimeliness(publicDb, filter, clock.today()),
    statements: (limit) => listStatements(publicDb, null, null, limit),
    decisions: (filter, cursor, limit) => listTimelinessDecisions(publicDb, filter, cursor, limit, clock.today()),
    usualDays: () => usualTermOn(deadlines, clock.today()).workingDays,
    deadlineRule: (item, day) => deadlineRuleOn(deadlines, item.publicity.deadline ?? "", day),
    deadline: (item, decisionDate) => {
      const rule = deadlineRuleOn(deadlines, item.publicity.deadline ?? "", decisionDate);
      return rule ? law.workdays.explainDeadline(decisionDate, rule.workingDays) : null;
    },
    window: (item, decisionDate, severity) => {
      const window = windows.get(item.publicity.window ?? "");
      const known = SEVERITY_CLASSES.find((one) => one === severity) ?? null;
      if (!window || (item.publicity.severity !== null && known === null)) return null;
      return publicWindow({ window, decisionDate, severity: known, declaredEnd: null, today: clock.today() });
    },
    problem: findProblem,
    openApi,
  };
}

const PROBLEMS = [
  httpProblem,
  accountProblem,
  proceedingProblem,
  catalogueProblem,
  recordProblem,
  subjectProblem,
  ingestProblem,
  publishProblem,
  figureProblem,
];

function findProblem(code: string): ProblemKind | null {
  const [module, name] = code.split("/");
  const kinds: Readonly<Record<string, ProblemKind>> = PROBLEMS.find((one) => one.module === module)?.kinds ?? {};
  return name !== undefined && Object.hasOwn(kinds, name) ? (kinds[name] ?? null) : null;
}

const WORDS = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) });
const siteShape = Compile(
  Type.Object({
    name: WORDS,
    city: WORDS,
    organiser: WORDS,
    siteCode: Type.Union([Type.String(), Type.Null()]),
    contact: WORDS,
  }),
);

function loadSite(lawDirectory: string): Omit<Site, "sample"> {
  const site: unknown = JSON.parse(readFileSync(join(lawDirectory, "site.json"), "utf8"));
  if (siteShape.Check(site)) return site;
  const faults = siteShape.Errors(site).map((error) => `site.json#${error.instancePath} ${error.message}`);
  throw new StartError("law", {
    zh: `site.json 有误：${faults.join("；")}`,
    en: `site.json is faulty: ${faults.join("; ")}`,
  });
}
