import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { LocalDate } from "../../../kernel/time.ts";
import { loadCatalogue } from "../load-catalogue.ts";
import { checkDuties } from "./check-duties.ts";
import type { Duty } from "./duty.ts";
import { findObligation, obligationsBetween } from "./obligation.rules.ts";
import { parsePeriod } from "./period.rules.ts";

const DATA = fileURLToPath(new URL("../../../../data", import.meta.url));
const day = (text: string): LocalDate => text as LocalDate;
const duty: Duty = {
  duty: "test",
  title: { zh: "测试", en: "test" },
  item: "administrative-penalty",
  period: "month",
  bodies: ["hs-environment", "hs-quality", "hs-industry-commerce", "hs-transport"],
  effectiveFrom: day("2018-12-01"),
  effectiveTo: day("2019-04-30"),
  due: { monthsAfter: 1, day: 10 },
  monthlyTable: true,
  citations: [],
};

describe("what is owed", async () => {
  const catalogue = await loadCatalogue(DATA);
  const known = { duties: [duty], bodies: catalogue.bodies };

  test("a duty passes to the successor with the first period that the successor sees the end of (reform of 2019)", () => {
    const owed = obligationsBetween(known, day("2019-01-01"), day("2019-03-31"));
    const bodiesIn = (period: string): string[] => owed.filter((one) => one.period === period).map((one) => one.body);
    expect(bodiesIn("2019-02")).toEqual(["hs-environment", "hs-industry-commerce", "hs-quality", "hs-transport"]);
    // Two predecessors of one body owe once.
    expect(bodiesIn("2019-03")).toEqual(["hs-ecology", "hs-market-regulation", "hs-transport"]);
  });

  test("only whole periods of a duty's own time count, each due on its day of a later month", () => {
    const owed = obligationsBetween(known, day("2018-01-01"), day("2020-12-31"), { bodies: ["hs-transport"] });
    expect(owed.map(({ period, dueOn }) => [period, dueOn])).toEqual([
      ["2018-12", "2019-01-10"],
      ["2019-01", "2019-02-10"],
      ["2019-02", "2019-03-10"],
      ["2019-03", "2019-04-10"],
      ["2019-04", "2019-05-10"],
    ]);
  });

  test("a quarter has three months and is owed by who exists on its last day", () => {
    const quarterly = { duties: [{ ...duty, period: "quarter" } as const], bodies: catalogue.bodies };
    const owed = obligationsBetween(quarterly, day("2019-01-01"), day("2019-12-31"), { bodies: ["hs-ecology"] });
    expect(owed).toMatchObject([{ period: "2019-Q1", first: "2019-01-01", last: "2019-03-31", dueOn: "2019-04-10" }]);
    expect(parsePeriod("2019-Q5")).toBeNull();
    expect(parsePeriod("2019-13")).toBeNull();
    for (const text of ["9999-12", "9999-Q4", "1000-01", "3000-01"]) expect(parsePeriod(text)).toBeNull();
    for (const text of ["2999-12", "2999-Q4", "1900-01"]) expect(parsePeriod(text)?.period).toBe(text);
    expect(findObligation(quarterly, { item: duty.item, body: "hs-environment", period: "2019-Q1" })).toBeNull();
    expect(findObligation(quarterly, { item: duty.item, body: "hs-ecology", period: "2019-Q1" })).not.toBeNull();
  });

  test("the shipped duties name both halves of double publicity, and faults are told with their place", () => {
    expect(new Set(catalogue.duties.map(({ item }) => item))).toEqual(
      new Set(["administrative-licence", "administrative-penalty"]),
    );
    const wrong: Duty = { ...duty, item: "nothing", bodies: ["hs-transport", "nobody", "hs-transport"] };
    const faults = checkDuties([duty, wrong], catalogue, "duties.json").map(({ pointer }) => pointer);
    expect(faults).toEqual(["/duties/1/duty", "/duties/1/item", "/duties/1/bodies/1", "/duties/1/bodies/2"]);
  });
});
