import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { foldName, insertNames, SEARCH_MILLISECONDS, searchSubjects } from "#subjects";
import { newId, type BatchId, type SubjectId } from "../../src/kernel/ids.ts";
import { parseLocalDate } from "../../src/kernel/time.ts";
import { databaseUrls } from "../../src/platform/db/database-urls.ts";
import { migrate } from "../../src/platform/db/migrate.ts";
import { openDatabase } from "../../src/platform/db/pool.ts";
import { bootstrapRoles } from "../../src/platform/db/roles.ts";
import { inScope } from "../../src/platform/db/scope.ts";
import type { Db } from "../../src/platform/db/types.ts";
import { startScratchPostgres } from "../../src/platform/postgres/scratch-postgres.ts";
import { showInPublic } from "../../test/fixtures/public-subjects.ts";
import { benchRows, benchRuns, median, percentile, say, seconds, type Bench, type Measure } from "./bench.ts";
import { inventedCode, inventedName } from "./invented.ts";
import { askedQueries, QUERY_KINDS, realNames, type AskedQuery, type QueryKind } from "./search-queries.ts";

const PER_KIND = 125;
const CHUNK = 5000;
const TWO_CHARACTERS = "有色";
/** The figures that issue 3 asks for; the limits of this bench. */
const TARGET = { p50: 3, p99: 30, recall: 0.92, twoCharacters: 30 };

/** Names by parts, misspelt, reordered, among a million and more, through the product's own search. */
export const searchBench: Bench = {
  name: "search",
  about: "1,000 queries of eight kinds over 1 M invented names and the real ones at hand",
  async run(tell: (measure: Measure) => void): Promise<void> {
    const server = await startScratchPostgres(await mkdtemp(join(tmpdir(), "mingxin-search-")));
    try {
      await bootstrapRoles(server.url);
      await migrate(server.url);
      const urls = databaseUrls(server.url);
      const app = openDatabase(urls.app, { max: 1 });
      const publicRead = openDatabase(urls.publicRead, { max: 2, briefMilliseconds: SEARCH_MILLISECONDS });
      const admin = openDatabase(urls.admin, { max: 1 });
      try {
        const invented = benchRows(1_000_000);
        const real = realNames();
        await loadNames(app.db, invented, real);
        await showInPublic(admin.db);
        for (const table of ["subject_search", "records", "publications", "subject_names"])
          await sql`VACUUM (ANALYZE) ${sql.table(table)}`.execute(admin.db);
        await measure(publicRead.db, askedQueries(invented, real, PER_KIND), tell, invented + real.length);
      } finally {
        await Promise.all([app.close(), publicRead.close(), admin.close()]);
      }
    } finally {
      await server.stop();
    }
  },
};

/** Puts the names into the register's tables with the product's own code and tells what one name costs. */
async function loadNames(db: Db, invented: number, real: readonly string[]): Promise<void> {
  const from = parseLocalDate("2026-01-05");
  if (!from) throw new Error("unreachable");
  const batchId = newId<BatchId>();
  const all = invented + real.length;
  const started = performance.now();
  for (let at = 0; at < all; at += CHUNK) {
    const names = Array.from({ length: Math.min(CHUNK, all - at) }, (_, index) => ({
      subjectId: newId<SubjectId>(),
      name: at + index < invented ? inventedName(at + index).full : (real[at + index - invented] ?? ""),
      uscc: inventedCode(at + index),
      kind: "organization" as const,
      from,
      registeredFrom: from,
      searchable: true,
    }));
    await inScope(db, (tx) => insertNames(tx, names, batchId));
  }
  say(
    `search: ${all} names in ${seconds(started).toFixed(1)} s, ${((seconds(started) * 1e6) / all).toFixed(1)} µs a name`,
  );
}

/** Asks everything `benchRuns()` times, one query after the other, and tells medians of the runs. */
async function measure(
  db: Db,
  queries: readonly AskedQuery[],
  tell: (measure: Measure) => void,
  names: number,
): Promise<void> {
  for (const query of queries.slice(0, 100)) await searchSubjects(db, query.text, null, 10);
  const note = `${names} names; a round trip (SELECT 1) meanwhile: ${await roundTrip(db)}`;
  say(`search: ${note}`);
  const runs = { p50: [] as number[], p99: [] as number[], recall: [] as number[], two: [] as number[] };
  for (let run = 0; run < benchRuns(); run++) {
    const times: number[] = [];
    const byKind = new Map<QueryKind, { hits: number; times: number[] }>();
    for (const query of queries) {
      const started = performance.now();
      const found = await searchSubjects(db, query.text, null, 10);
      const took = performance.now() - started;
      times.push(took);
      const kind = byKind.get(query.kind) ?? { hits: 0, times: [] };
      byKind.set(query.kind, kind);
      kind.times.push(took);
      if (
        isHit(
          query,
          found.hits.map((hit) => foldName(hit.name)),
        )
      )
        kind.hits += 1;
    }
    const hits = [...byKind.values()].reduce((sum, kind) => sum + kind.hits, 0);
    runs.p50.push(median(times));
    runs.p99.push(percentile(times, 0.99));
    runs.recall.push(hits / queries.length);
    const two: number[] = [];
    for (let call = 0; call < 200; call++) {
      const started = performance.now();
      await searchSubjects(db, TWO_CHARACTERS, null, 10);
      two.push(performance.now() - started);
    }
    runs.two.push(percentile(two, 0.99));
    for (const kind of QUERY_KINDS) {
      const { hits: found, times: own } = byKind.get(kind) ?? { hits: 0, times: [] };
      say(
        `search ${kind.padEnd(16)} recall ${(found / own.length).toFixed(3)}  p50 ${median(own).toFixed(2)}  p99 ${percentile(own, 0.99).toFixed(2)} ms`,
      );
    }
  }
  const latency = (bench: string, values: readonly number[], limit: number): Measure => {
    const ours = median(values);
    return { bench, ratio: limit / ours, ours, limit, unit: "ms", target: 1, runs: values, note };
  };
  tell(latency("search-p50", runs.p50, TARGET.p50));
  tell(latency("search-p99", runs.p99, TARGET.p99));
  const recall = median(runs.recall);
  const ratio = recall / TARGET.recall;
  tell({
    bench: "search-recall",
    ratio,
    ours: recall,
    limit: TARGET.recall,
    unit: "recall@10",
    target: 1,
    runs: runs.recall,
    note,
  });
  tell(latency("search-two-characters", runs.two, TARGET.twoCharacters));
}

/** What the machine takes for the least that one can ask of a database, as a part of every search. */
async function roundTrip(db: Db): Promise<string> {
  const times: number[] = [];
  for (let call = 0; call < 500; call++) {
    const started = performance.now();
    await sql`SELECT 1`.execute(db);
    times.push(performance.now() - started);
  }
  return `p50 ${median(times).toFixed(2)} ms, p99 ${percentile(times, 0.99).toFixed(2)} ms`;
}

/** A word of a core is answered when all answers hold it, anything else when what was meant is among the ten. */
function isHit({ kind, text, target }: AskedQuery, found: readonly string[]): boolean {
  if (kind === "core") return found.length > 0 && found.every((name) => name.includes(foldName(text)));
  return found.includes(foldName(target));
}
