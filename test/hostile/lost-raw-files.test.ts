import { access, mkdir, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { receiveBatch, sweepRawFiles, type IngestRuntime } from "#ingest";
import { openRuntime } from "../../src/app/runtime.ts";
import type { Runtime } from "../../src/app/runtime.ts";
import { SYSTEM_ACTOR } from "../../src/kernel/actor.ts";
import { newId, type BatchId } from "../../src/kernel/ids.ts";
import { systemClock } from "../../src/kernel/time.ts";
import { readConfig } from "../../src/platform/config.ts";
import type { Db } from "../../src/platform/db/types.ts";
import { startCity, type TestCity } from "../city.ts";

let city: TestCity;
let runtime: Runtime;
beforeAll(async () => {
  city = await startCity();
  runtime = await openRuntime(readConfig({ MINGXIN_DATA: city.dataDirectory }), city.database.urls, systemClock);
});
afterAll(async () => {
  await runtime.close();
  await city.stop();
});

async function* content(): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from("行政相对人名称\n示例\n"));
}
const submit = (ingest: IngestRuntime): Promise<{ batchId: BatchId }> =>
  receiveBatch(ingest, {
    item: "administrative-licence",
    profile: null,
    sourceBody: null,
    fileName: "a.csv",
    attested: false,
    actor: SYSTEM_ACTOR,
    idempotencyKey: null,
    content: content(),
  });

const pathOf = (batchId: string): string => join(city.dataDirectory, "raw", batchId.slice(-2), `${batchId}.sealed`);
const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** A database whose first transaction is committed, and whose connection is lost before anybody hears of it. */
function losingFirstCommit(db: Db): Db {
  let first = true;
  const losing = {
    execute: async (work: Parameters<ReturnType<Db["transaction"]>["execute"]>[0]): Promise<never> => {
      await db.transaction().execute(work);
      throw new Error("Connection terminated unexpectedly");
    },
  };
  const transaction = (): unknown => {
    if (!first) return db.transaction();
    first = false;
    return losing;
  };
  return { transaction } as unknown as Db;
}

test("a batch that was committed keeps its raw file, though the answer to COMMIT was lost", async () => {
  await expect(submit({ ...runtime.ingest, db: losingFirstCommit(runtime.db) })).rejects.toThrow("terminated");
  const batches = await sql<{ batch_id: string }>`SELECT batch_id FROM mingxin.batches`.execute(city.database.admin);
  expect(batches.rows).toHaveLength(1);
  expect(await exists(pathOf(batches.rows[0]?.batch_id ?? ""))).toBe(true);
});

test("what a killed upload left behind goes after a day; batches' files and young ones stay", async () => {
  const { batchId } = await submit(runtime.ingest);
  const longAgo = 1_600_000_000;
  const orphan = pathOf(newId<BatchId>());
  const young = pathOf(newId<BatchId>());
  const part = `${pathOf(newId<BatchId>())}.abc.part`;
  for (const path of [orphan, young, part]) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, "");
  }
  for (const path of [orphan, part, pathOf(batchId)]) await utimes(path, longAgo, longAgo);
  expect(await sweepRawFiles(runtime.ingest)).toEqual({ parts: 1, orphans: 1, spared: 0 });
  expect(await Promise.all([orphan, part, young, pathOf(batchId)].map(exists))).toEqual([false, false, true, true]);
});

test("where the register knows none of the files, it is another register, and they stay", async () => {
  const orphans = [pathOf(newId<BatchId>()), pathOf(newId<BatchId>())];
  for (const path of orphans) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, "");
    await utimes(path, 1_600_000_000, 1_600_000_000);
  }
  expect(await sweepRawFiles(runtime.ingest)).toMatchObject({ orphans: 0, spared: 2 });
});
