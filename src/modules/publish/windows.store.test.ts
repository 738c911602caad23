import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { addDays, addMonths, type LocalDate } from "../../kernel/time.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { PublicityWindow, WindowEdition } from "./rule-editions.ts";
import { publicWindow } from "./window.rules.ts";
import { LAST_DAY, syncWindows } from "./windows.store.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const day = (text: string): LocalDate => text as LocalDate;
const TODAY = day("2026-11-24");

/** What one edition says: months for general ones, null for "not published", and whether it reaches back. */
interface Sketch {
  readonly days: number;
  readonly general: number | null;
  readonly caps: boolean;
}

function windowOf(name: string, sketches: readonly Sketch[]): PublicityWindow {
  let from: LocalDate | null = null;
  const editions = sketches.map((sketch, at): WindowEdition => {
    const begin: LocalDate = from === null ? day("2020-01-01") : from;
    const to = at === sketches.length - 1 ? null : addDays(begin, sketch.days);
    const edition: WindowEdition = {
      edition: `e${at}`,
      effectiveFrom: from,
      effectiveTo: to,
      periods: [
        { severity: "minor", published: false, minimumMonths: null, maximumMonths: null },
        { severity: "general", published: sketch.general !== null, minimumMonths: null, maximumMonths: sketch.general },
        { severity: "serious", published: true, minimumMonths: null, maximumMonths: null },
      ],
      capsEarlierDecisions: sketch.caps ? { note: { zh: "示例", en: "example" }, verified: false } : null,
      citation: { title: "示例规定", verified: false },
    };
    from = to === null ? null : addDays(to, 1);
    return edition;
  });
  return { window: name, title: { zh: "示例", en: "Example" }, editions };
}

const sync = (...windows: readonly PublicityWindow[]) =>
  inScope(database.admin, (tx) => syncWindows(tx, new Map(windows.map((window) => [window.window, window]))));

async function lastDay(window: string, severity: string | null, decision: LocalDate, declared: LocalDate | null) {
  const found = await sql<{ day: string | null }>`SELECT ${LAST_DAY}::text AS day FROM (SELECT ${window} AS window_name,
    ${severity}::text AS severity, ${decision}::date AS decision_date, ${declared}::date AS declared_end) s`.execute(
    database.admin,
  );
  return found.rows[0]?.day ?? null;
}

test("the database works out the same last day as the rule, whatever the editions", async () => {
  const sketch = fc.record({
    days: fc.integer({ min: 1, max: 900 }),
    general: fc.option(fc.integer({ min: 1, max: 60 })),
    caps: fc.boolean(),
  });
  let serial = 0;
  const all: PublicityWindow[] = [];
  await fc.assert(
    fc.asyncProperty(
      fc.array(sketch, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 6 }),
      fc.option(fc.integer({ min: 0, max: 900 })),
      async (sketches, offsets, declaredAfter) => {
        const window = windowOf(`w${(serial += 1)}`, sketches);
        all.push(window);
        await sync(...all);
        for (const offset of offsets) {
          const decisionDate = addDays(day("2018-12-28"), offset);
          const declaredEnd = declaredAfter === null ? null : addDays(decisionDate, declaredAfter);
          const rule = publicWindow({
            window,
            decisionDate,
            severity: "general",
            declaredEnd,
            today: day("2099-01-01"),
          });
          const stored = await lastDay(window.window, "general", decisionDate, declaredEnd);
          const isHidden = rule.hold === "minor-not-published";
          expect(isHidden ? (stored ?? "") < "2099-01-01" : stored).toBe(isHidden ? true : (rule.until ?? "infinity"));
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("an edition that is known beforehand ends publicity on its day, and not earlier", async () => {
  const window = windowOf("known", [
    { days: 3000, general: 36, caps: false },
    { days: 1, general: 3, caps: true },
  ]);
  const begins = window.editions[1]?.effectiveFrom ?? TODAY;
  await database.admin.transaction().execute(async (tx) => {
    await sql`SET LOCAL session_replication_role = replica`.execute(tx);
    await sql`DELETE FROM window_periods`.execute(tx);
  });
  await sync(window);
  expect(await lastDay("known", "general", addMonths(begins, -12), null)).toBe(addDays(begins, -1));
  expect(await lastDay("known", "serious", addMonths(begins, -12), null)).toBe("infinity");
  expect(await lastDay("known", "general", begins, null)).toBe(addMonths(begins, 3));
  expect(await lastDay("unknown", "general", begins, null)).toBeNull();
});

test("an edition never changes under its name and is never taken out; its open end may be set", async () => {
  const first = windowOf("known", [
    { days: 3000, general: 36, caps: false },
    { days: 1, general: 3, caps: true },
  ]);
  const [old, present] = first.editions;
  if (!old || !present) throw new Error("unreachable");
  const shorter = present.periods.map((period) => ({ ...period, maximumMonths: period.published ? 2 : null }));
  await expect(sync({ ...first, editions: [old, { ...present, periods: shorter }] })).rejects.toThrow(/new edition/);
  await expect(sync({ ...first, editions: [{ ...old, effectiveTo: null }] })).rejects.toThrow(/known/);
  await expect(sync()).rejects.toThrow(/publicity-windows/);
  const end = addDays(present.effectiveFrom ?? TODAY, 100);
  const next: WindowEdition = { ...present, edition: "next", effectiveFrom: addDays(end, 1) };
  expect(await sync({ ...first, editions: [old, { ...present, effectiveTo: end }, next] })).toMatchObject({ moved: 0 });
  await expect(sync(first)).rejects.toThrow(/new edition/);
});
