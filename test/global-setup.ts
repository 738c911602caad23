import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startScratchPostgres, type ScratchPostgres } from "../src/platform/postgres/scratch-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Port of 127.0.0.1 that answers with the URL of the run's scratch server, which starts when first asked for. */
    scratchPort: number;
  }
}

/** One PostgreSQL for the whole run, started by the first test that wants one: tests of pure rules do not pay for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<ScratchPostgres> | null = null;
  const start = async (): Promise<ScratchPostgres> =>
    startScratchPostgres(await mkdtemp(join(tmpdir(), "mingxin-test-")));
  const desk = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    (starting ??= start()).then(
      (server) => socket.end(server.url),
      (error: unknown) => socket.end(`failed: ${String(error)}`),
    );
  });
  await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
  const address = desk.address();
  if (address === null || typeof address === "string") throw new Error("no port for the scratch server's desk");
  project.provide("scratchPort", address.port);
  return async () => {
    desk.close();
    await (await starting?.catch(() => null))?.stop();
  };
}
