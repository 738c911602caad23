import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { sql } from "kysely";
import pg from "pg";
import { buildWeb, listen } from "../../src/app/web.ts";
import { benchRuns, median, say, type Bench, type Measure } from "./bench.ts";
import { requestsPerSecond } from "./http-load.ts";
import { startInProcess } from "./in-process.ts";
import { inventedCode } from "./invented.ts";
import { penaltyCells, penaltyHeader } from "./penalty-file.ts";

const FIRMS = 2000;
const RECORDS = 20;
const CONNECTIONS = 16;
const SECONDS = 4;

/** Firms with 20 public records each over HTTP, against a bare read by primary key through the same server and pool. */
export const readBench: Bench = {
  name: "read",
  about: "GET /api/v1/subjects/{uscc} and the subject's page, 20 records each",
  async run(tell: (measure: Measure) => void): Promise<void> {
    const bench = await startInProcess();
    const app = await buildWeb(bench.runtime, () => undefined);
    const publicDb = bench.runtime.publicDb;
    app.get<{ Params: { id: string } }>("/bench/:id", { config: { permission: "public" } }, async (request) => {
      const found =
        await sql<object>`SELECT id, payload FROM register.bench_bare WHERE id = ${request.params.id}::bigint`.execute(
          publicDb,
        );
      return found.rows[0];
    });
    try {
      const codes = await fill(bench.directory, bench.file, bench.urls.admin);
      const port = await listen(app, { port: 0, host: "127.0.0.1" });
      const load = { port, connections: CONNECTIONS, seconds: SECONDS };
      const bare = { ...load, paths: codes.map((_, at) => `/bench/${at + 1}`) };
      const api = { ...load, paths: codes.map((code) => `/api/v1/subjects/${code}`) };
      const page = { ...load, paths: codes.map((code) => `/subjects/${code}`), accept: "text/html" };
      for (const warm of [bare, api, page]) await requestsPerSecond({ ...warm, seconds: 1 });
      const [limits, apis, pages]: [number[], number[], number[]] = [[], [], []];
      for (let run = 0; run < benchRuns(); run++) {
        limits.push(await requestsPerSecond(bare));
        apis.push(await requestsPerSecond(api));
        pages.push(await requestsPerSecond(page));
        say(
          `read run ${run + 1}: bare ${Math.round(limits.at(-1) ?? 0)}, api ${Math.round(apis.at(-1) ?? 0)}, page ${Math.round(pages.at(-1) ?? 0)} requests/s`,
        );
      }
      const ratio = (ours: readonly number[]): number => median(ours.map((one, at) => one / (limits[at] ?? 1)));
      const limit = median(limits);
      tell({
        bench: "subject-api",
        ratio: ratio(apis),
        ours: median(apis),
        limit,
        unit: "requests/s",
        target: 0.6,
        runs: apis,
      });
      tell({
        bench: "subject-page",
        ratio: ratio(pages),
        ours: median(pages),
        limit,
        unit: "requests/s",
        target: 0.35,
        runs: pages,
      });
    } finally {
      await app.close();
      await bench.stop();
    }
  },
};

async function fill(
  directory: string,
  file: (item: string, path: string) => Promise<{ counts: { accepted: number } | null } | null>,
  adminUrl: string,
): Promise<string[]> {
  const path = join(directory, "penalties.csv");
  const lines = Array.from({ length: FIRMS * RECORDS }, (_, at) => {
    const firm = at % FIRMS;
    const cells = penaltyCells(at + 1, FIRMS);
    return [`示例读${firm}号有限公司`, cells[1], inventedCode(firm), ...cells.slice(3)].join(",");
  });
  await writeFile(path, [penaltyHeader().join(","), ...lines].join("\n"));
  const batch = await file("administrative-penalty", path);
  if (batch?.counts?.accepted !== FIRMS * RECORDS) throw new Error(`not all rows went in: ${JSON.stringify(batch)}`);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(
    `CREATE TABLE register.bench_bare AS SELECT g AS id, repeat('示例', 200) AS payload FROM generate_series(1, ${FIRMS}) g`,
  );
  await client.query("ALTER TABLE register.bench_bare ADD PRIMARY KEY (id)");
  await client.query("GRANT SELECT ON register.bench_bare TO mingxin_public_read");
  await client.query("VACUUM ANALYZE");
  await client.end();
  return Array.from({ length: FIRMS }, (_, firm) => inventedCode(firm));
}
