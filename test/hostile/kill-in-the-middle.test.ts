import { afterAll, test } from "vitest";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";
import { TestServer } from "../server.ts";

/**
 * A server or its database dies by kill -9 in the middle of a large import; after the restart the batch is there as a
 * whole or not at all, goes on by itself, and the counts agree. The moment is found by progress, never by time.
 */
const ROWS = Number(process.env["MINGXIN_KILL_ROWS"] ?? 20_000);
/** Lists count exactly up to here. */
const COUNTED = Math.min(ROWS, 10_000);
const servers: TestServer[] = [];

afterAll(() => Promise.all(servers.map((server) => server.dispose())));

interface Batch {
  readonly batchId: string;
  readonly state: string;
  readonly progress: { readonly rowsRead: number };
  readonly counts: { readonly rows: number; readonly accepted: number; readonly rejected: number } | null;
}

async function publicRecords(server: TestServer): Promise<number> {
  const list = await server.ask<{ total: { value: number } }>("/publicity?limit=1");
  return list.total.value;
}

function batchOf(server: TestServer, batchId: string, until: (batch: Batch) => boolean): Promise<Batch> {
  return server.ask(`/batches/${batchId}`, until);
}

function largeFile(): string {
  const rows = Array.from({ length: ROWS }, (_, at) => ({
    subjectName: `示例${at % 500}号有限公司（示例）`,
    uscc: inventedUscc(10_000 + (at % 500)),
    documentNumber: `黄示许〔2026〕${at + 1}号`,
  }));
  return reportCsv("administrative-licence", rows);
}

// Side by side: most of the time goes by until the lease of the killed worker has run out.
test.concurrent.for(["server", "database"] as const)(
  "kill -9 of the %s in the middle of an import leaves all or nothing, and the import goes on",
  { timeout: 240_000 },
  async (what, { expect }) => {
    const server = await TestServer.create();
    servers.push(server);
    await server.start();
    const sent = await server.fetch("/batches?item=administrative-licence", { method: "POST", body: largeFile() });
    expect(sent.status).toBe(202);
    const { batchId } = (await sent.json()) as Batch;
    // Somewhere after the first chunk; the next poll may come at any moment of the merge.
    await batchOf(server, batchId, (batch) => batch.progress.rowsRead > 0 || batch.state === "done");
    await server.kill(what);
    if (what === "server") await server.start();
    // All or nothing: whatever moment it was, the public sees no part of a batch.
    expect([0, COUNTED]).toContain(await publicRecords(server));
    const done = await batchOf(server, batchId, (batch) => ["done", "failed", "refused"].includes(batch.state));
    expect(done.state).toBe("done");
    expect(done.counts).toMatchObject({ rows: ROWS, accepted: ROWS, rejected: 0 });
    expect(await publicRecords(server)).toBe(COUNTED);
    const again = await server.fetch("/batches?item=administrative-licence", { method: "POST", body: largeFile() });
    const duplicate = await batchOf(server, ((await again.json()) as Batch).batchId, (batch) => batch.state === "done");
    expect(duplicate.counts).toMatchObject({ rows: ROWS, accepted: 0, duplicates: ROWS });
    await server.stop();
  },
);
