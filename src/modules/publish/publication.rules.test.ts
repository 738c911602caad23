import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { addDays, addMonths, type LocalDate } from "../../kernel/time.ts";
import { planPublication, type PublicationLaw, type PublicationQuestion } from "./publication.rules.ts";
import {
  parseDeadlines,
  parsePublicityWindows,
  parseServices,
  parseSeverities,
  ruleSchemaFiles,
} from "./rule-editions.ts";
import { decideSeverity } from "./severity.rules.ts";
import { publicWindow } from "./window.rules.ts";

const DATA = path.resolve(import.meta.dirname, "../../../data");
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(DATA, file), "utf8"));
const day = (text: string): LocalDate => text as LocalDate;

const law: PublicationLaw = {
  workdays: {
    addWorkdays: (from, days) =>
      from >= "2026-12-20" ? { missing: "data/calendar/2027.json" } : { due: addDays(from, days) },
  },
  deadlines: parseDeadlines(read("rules/deadlines.json")),
  windows: parsePublicityWindows(read("rules/publicity-windows.json")),
  severities: parseSeverities(read("rules/severity.json")),
  services: parseServices(read("rules/service.json")),
};
const get = <Entry>(entries: ReadonlyMap<string, Entry>, name: string): Entry => {
  const found = entries.get(name);
  if (!found) throw new Error(name);
  return found;
};
const penalties = get(law.windows, "administrative-penalty");
const TODAY = day("2026-11-24");

const PENALTY = { deadline: "double-publicity", window: "administrative-penalty", severity: "administrative-penalty" };
const question: PublicationQuestion = {
  publicity: PENALTY,
  decisionDate: day("2026-05-08"),
  declaredSeverity: null,
  penaltyKinds: ["罚款"],
  procedure: "普通程序",
  publicityEnd: null,
  attested: true,
  today: TODAY,
};

describe("the public window of a penalty", () => {
  const ask = (decision: string, severity: "minor" | "general" | "serious", declaredEnd: string | null = null) =>
    publicWindow({
      window: penalties,
      decisionDate: day(decision),
      severity,
      declaredEnd: declaredEnd === null ? null : day(declaredEnd),
      today: TODAY,
    });

  test("a general one ends with the day of the same number a year later, a serious one after three years", () => {
    expect(ask("2026-05-08", "general")).toMatchObject({ from: "2026-05-08", until: "2027-05-08", hold: null });
    expect(ask("2026-05-08", "serious")).toMatchObject({ until: "2029-05-08", cappedBy: null });
  });

  test("a minor one is in principle not published (Order 36)", () => {
    expect(ask("2026-05-08", "minor")).toMatchObject({ hold: "minor-not-published", until: null });
    expect(ask("2018-05-08", "minor")).toMatchObject({ hold: "minor-not-published" });
  });

  test("a decision under Order 58 is shown no longer than today's law allows, and the page can say so", () => {
    const capped = ask("2026-02-10", "general");
    expect(capped).toMatchObject({ until: "2027-02-10", basis: { number: "国家发展改革委令第58号" } });
    expect(capped.cappedBy?.number).toBe("国家发展改革委令第36号");
    expect(ask("2024-05-08", "serious")).toMatchObject({ until: "2027-05-08", cappedBy: null });
  });

  test("before the order of 2026 was in force the longer window of its time held, until its last day", () => {
    const window = publicWindow({
      window: penalties,
      decisionDate: day("2024-05-08"),
      severity: "general",
      declaredEnd: null,
      today: day("2026-03-31"),
    });
    expect(window).toMatchObject({ until: "2026-03-31", hold: null });
  });

  test("a rule that lengthens later does not bring back what an earlier one has ended", () => {
    const [before2019, r2019, r2023, r2026] = penalties.editions;
    if (!before2019 || !r2019 || !r2023 || !r2026) throw new Error("the editions are not these any more");
    const longer = r2026.periods.map((period) => ({ ...period, published: true, maximumMonths: 60 }));
    const later = {
      ...penalties,
      editions: [
        before2019,
        r2019,
        r2023,
        { ...r2026, effectiveTo: day("2026-10-31") },
        { ...r2026, edition: "R2027", effectiveFrom: day("2026-11-01"), periods: longer },
      ],
    };
    const under = (decision: string) =>
      publicWindow({
        window: later,
        decisionDate: day(decision),
        severity: "general",
        declaredEnd: null,
        today: TODAY,
      });
    expect(under("2025-06-01")).toMatchObject({ until: "2026-06-01", hold: "window-ended" });
    expect(under("2026-11-02")).toMatchObject({ until: "2031-11-02", cappedBy: null, hold: null });
  });

  test("the last day belongs to the window, the day after it does not", () => {
    expect(ask("2025-11-24", "general").hold).toBeNull();
    expect(ask("2025-11-23", "general").hold).toBe("window-ended");
  });

  test("an end that the department declares may shorten and never lengthens", () => {
    expect(ask("2026-05-08", "general", "2026-12-31")).toMatchObject({ until: "2026-12-31" });
    expect(ask("2026-05-08", "general", "2099-12-31")).toMatchObject({ until: "2027-05-08" });
    expect(ask("2026-05-08", "general", "2026-08-08")).toMatchObject({ hold: "window-ended" });
  });

  test("is never longer than present law allows and never shorter than nothing, whatever the dates", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3900 }), fc.constantFrom("general", "serious"), (offset, severity) => {
        const decisionDate = addDays(day("2016-01-01"), offset);
        const window = publicWindow({ window: penalties, decisionDate, severity, declaredEnd: null, today: TODAY });
        expect(window.until).not.toBeNull();
        // Under the order of 2023 general ones ended with the last day before the order of 2026, not in retrospect.
        const longest = addMonths(decisionDate, severity === "general" ? 12 : 36);
        expect((window.until ?? "") <= (longest < "2026-03-31" ? "2026-03-31" : longest)).toBe(true);
        expect(window.hold === "window-ended").toBe((window.until ?? "") < TODAY);
      }),
    );
  });
});

describe("the severity of a penalty", () => {
  const rules = get(law.severities, "administrative-penalty");
  const ask = (kinds: readonly string[], procedure: string | null = null, attested = true) =>
    decideSeverity({ declared: null, kinds, procedure, decisionDate: day("2026-05-08"), attested, rules });

  test.each([
    [["警告"], null, "minor"],
    [["警告", "通报批评"], null, "minor"],
    [["罚款"], "简易程序", "minor"],
    [["罚款"], "普通程序", "general"],
    [["警告", "罚款"], null, "general"],
    [["没收违法所得、没收非法财物"], null, "general"],
    [["罚款", "吊销许可证件"], null, "serious"],
    [["暂扣许可证件", "吊销许可证件"], null, "serious"],
    [["责令关闭"], null, "serious"],
    [["限制从业"], null, "serious"],
  ] as const)("%j under %s is %s once attested: the strictest kind decides", (kinds, procedure, severity) => {
    expect(ask(kinds, procedure)).toMatchObject({ severity, origin: "attested-rule", hold: null });
    expect(ask(kinds, procedure, false)).toMatchObject({ hold: "severity-unconfirmed", proposal: severity });
  });

  test.each([
    [["暂扣许可证件"], null],
    [["罚款", "责令停产停业"], null],
    [["暂扣或者吊销许可证、暂扣或者吊销执照"], null],
    [["行政拘留"], null],
    [["其他-责令改正"], null],
    [["吊销许可证件"], "简易程序"],
    [["a kind nobody knows"], null],
    [[], null],
  ] as const)("%j under %s is left to a person, attested or not", (kinds, procedure) => {
    for (const attested of [true, false]) {
      const decision = ask(kinds, procedure, attested);
      expect(decision).toMatchObject({ hold: "severity-undecided", proposal: null });
      expect(decision.hold !== null && decision.reason.zh.includes("失信程度")).toBe(true);
    }
  });

  test("what the department declares wins over every rule", () => {
    const decision = decideSeverity({
      declared: "minor",
      kinds: ["吊销许可证件"],
      procedure: null,
      decisionDate: null,
      attested: false,
      rules,
    });
    expect(decision).toMatchObject({ severity: "minor", origin: "declared", rule: null });
  });

  test("every kind of penalty of the code list is named by a rule", () => {
    const { values } = read("codes/penalty-kind.json") as { values: { value: string }[] };
    const unnamed = values.filter(({ value }) => {
      const decision = ask([value], null, false);
      return decision.hold !== null && decision.rule === null;
    });
    expect(unnamed).toEqual([]);
  });
});

describe("the plan of a publication", () => {
  test("a penalty by an attested rule has term, class and window", () => {
    expect(planPublication(question, law)).toMatchObject({
      dueOn: "2026-05-15",
      dueMissing: null,
      publicFrom: "2026-05-08",
      publicUntil: "2027-05-08",
      severity: "general",
      severityOrigin: "attested-rule",
      hold: null,
    });
  });

  test("without attestation it waits, with the proposal and its reason", () => {
    expect(planPublication({ ...question, attested: false }, law)).toMatchObject({
      dueOn: "2026-05-15",
      hold: "severity-unconfirmed",
      proposal: "general",
      severity: null,
      severityOrigin: null,
      publicUntil: null,
    });
  });

  test("a declared minor one is held for good as not to be published", () => {
    expect(planPublication({ ...question, declaredSeverity: "minor" }, law)).toMatchObject({
      severity: "minor",
      severityOrigin: "declared",
      hold: "minor-not-published",
    });
  });

  test("a licence has no class and no end, even past its validity", () => {
    const publicity = { deadline: "double-publicity", window: "administrative-licence", severity: null };
    const plan = planPublication({ ...question, publicity, decisionDate: day("2017-04-11") }, law);
    expect(plan).toMatchObject({ dueOn: "2017-04-18", severity: null, publicUntil: null, hold: null });
  });

  test("a registration has no term, and none is needed for its day", () => {
    const publicity = { deadline: null, window: "registration", severity: null };
    const plan = planPublication({ ...question, publicity, decisionDate: null }, law);
    expect(plan).toMatchObject({ dueOn: null, dueMissing: null, publicFrom: TODAY, publicUntil: null, hold: null });
  });

  test("a missing calendar leaves the term empty and names the file; the rest goes on", () => {
    const plan = planPublication({ ...question, decisionDate: day("2026-12-25"), today: day("2026-12-28") }, law);
    expect(plan).toMatchObject({
      dueOn: null,
      dueMissing: "data/calendar/2027.json",
      publicUntil: "2027-12-25",
      hold: null,
    });
  });

  test("an item without a window is not for the public", () => {
    const plan = planPublication({ ...question, publicity: { ...PENALTY, window: null } }, law);
    expect(plan).toMatchObject({ hold: "not-for-the-public", publicFrom: null });
  });
});

describe("rules as data", () => {
  test.each(Object.entries(ruleSchemaFiles()))("%s says what the reader checks", (file, schema) => {
    expect(read(file)).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test("a gap between editions, an unknown class and a term that stands twice are refused", () => {
    const file = read("rules/publicity-windows.json") as {
      windows: { editions: { effectiveFrom: string | null }[] }[];
    };
    const gap = structuredClone(file);
    const late = gap.windows[0]?.editions[3];
    if (late) late.effectiveFrom = "2026-05-01";
    expect(() => parsePublicityWindows(gap)).toThrow(/R2026.*day after/);
    const terms = read("rules/deadlines.json") as { deadlines: unknown[] };
    expect(() => parseDeadlines({ ...terms, deadlines: [...terms.deadlines, ...terms.deadlines] })).toThrow(/no end/);
    expect(() => parseDeadlines({ ...terms, usual: "another" })).toThrow(/no term another/);
    expect(() => parseSeverities({ severities: [{ severity: "x" }] })).toThrow(/rules\/severity\.json/);
  });

  test("every entry cites its source", () => {
    const citations = [
      ...[...law.deadlines.editions.values()].flat().flatMap((entry) => entry.citations),
      ...[...law.windows.values()].flatMap((entry) => entry.editions.map((edition) => edition.citation)),
      ...[...law.severities.values()].flatMap((entry) => entry.rules.map((rule) => rule.citation)),
    ];
    expect(citations.every((citation) => citation.title.length > 4)).toBe(true);
    expect(citations.length).toBeGreaterThan(12);
  });
});
