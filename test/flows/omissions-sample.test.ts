import { resolve } from "node:path";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listMissing, listSeries } from "#omissions";
import { receiveBatch, runBatch } from "#ingest";
import { foundOmissions } from "../../src/app/found-omissions.ts";
import { loadLaw, syncLaw } from "../../src/app/law.ts";
import { openRuntime, type Runtime } from "../../src/app/runtime.ts";
import { SYSTEM_ACTOR } from "../../src/kernel/actor.ts";
import { readConfig } from "../../src/platform/config.ts";
import { inScope } from "../../src/platform/db/scope.ts";
import { generateSampleCity, type SampleCity } from "../../src/sample/index.ts";
import { SeededRandom } from "../../src/sample/seeded-random.ts";
import { createTestDatabase, type TestDatabase } from "../database.ts";

const REMOVED = 0.01;
const ITEMS = ["administrative-licence", "administrative-penalty"];

let database: TestDatabase;
let runtime: Runtime;
let directory: string;
let city: SampleCity;
const removed = new Set<string>();

beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), "mingxin-omissions-"));
  const config = readConfig({ MINGXIN_DATA: directory, LOG_LEVEL: "fatal" });
  const law = await loadLaw(resolve(import.meta.dirname, "../../data"));
  await syncLaw(database.urls.admin, law);
  runtime = await openRuntime(config, database.urls);
  city = generateSampleCity(runtime.clock.today(), law.catalogue, law.workdays);
  const random = new SeededRandom(20_260_417);
  for (const { documentNumber } of city.made) if (random.chance(REMOVED)) removed.add(documentNumber);
  for (const item of ITEMS) {
    const files = city.files.filter((file) => file.item === item);
    const [header = ""] = files[0]?.content.split("\r\n") ?? [];
    const rows = files.flatMap(({ content }) => content.trimEnd().split("\r\n").slice(1));
    const kept = rows.filter((row) => !row.split(",").some((cell) => removed.has(cell)));
    await file(item, [header, ...kept].join("\r\n"));
  }
  // The bodies have answered for all that they passed over, the latest, too.
  await foundOmissions(runtime.omissions, city.skipped, 0);
}, 120_000);

afterAll(async () => {
  await runtime.close();
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

async function file(item: string, content: string): Promise<void> {
  const origin = { item, profile: null, sourceBody: null, fileName: `${item}.csv`, attested: true };
  const bytes = (async function* () {
    yield await Promise.resolve(Buffer.from(content));
  })();
  const received = await receiveBatch(runtime.ingest, {
    ...origin,
    actor: SYSTEM_ACTOR,
    idempotencyKey: item,
    content: bytes,
  });
  const batch = await runBatch(runtime.ingest, received.batchId);
  if (batch?.state !== "done") throw new Error(`${item} ended as ${batch?.state}`);
}

/** Questions that are asked today, as document numbers. */
async function asked(): Promise<string[]> {
  return inScope(database.app, async (tx) => {
    const numbers: string[] = [];
    for (const { seriesId, form, verdict } of await listSeries(tx, { body: null, item: null })) {
      if (verdict !== "confirmed") continue;
      for (const { year, number, state } of await listMissing(tx, seriesId, null))
        if (state === "open" || state === "unexplained")
          numbers.push(form.replace("{year}", String(year)).replace("{n}", String(number)));
    }
    return numbers;
  });
}

/** Numbers of removed decisions that are the last of their series and year: no sequence shows that they are missing. */
function lastOfTheirYear(): Set<string> {
  const heads = Map.groupBy(city.made, ({ documentNumber }) => documentNumber.replace(/\d+号$/, ""));
  const number = (text: string): number => Number(/(\d+)号$/.exec(text)?.[1]);
  return new Set(
    [...heads.values()].flatMap((numbers) => {
      const sorted = numbers.map(({ documentNumber }) => documentNumber).toSorted((a, b) => number(b) - number(a));
      const kept = sorted.findIndex((one) => !removed.has(one));
      return sorted.slice(0, kept === -1 ? sorted.length : kept);
    }),
  );
}

test("of 1 % removed decisions at least 90 % are asked for, and under 2 % of the questions are false", async () => {
  const questions = new Set(await asked());
  const found = [...removed].filter((number) => questions.has(number));
  const made = new Set(city.made.map(({ documentNumber }) => documentNumber));
  const untrue = [...questions].filter((number) => !made.has(number));
  expect(removed.size).toBeGreaterThan(60);
  // Of all that were removed, those included that no sequence can show.
  expect(found.length / removed.size).toBeGreaterThanOrEqual(0.9);
  expect(untrue.length / questions.size).toBeLessThan(0.02);
  const tails = lastOfTheirYear();
  expect(found.filter((number) => tails.has(number))).toEqual([]);
});
