import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Fastify from "fastify";
import openapiTypes, { astToString } from "openapi-typescript";
import { registerApi } from "../../src/app/api.ts";
import { openRuntime } from "../../src/app/runtime.ts";
import { PUBLIC_ACTOR } from "../../src/kernel/actor.ts";
import { readConfig } from "../../src/platform/config.ts";
import { guardRoutes } from "../../src/platform/http/route.ts";

/** Nothing is asked of the database while routes describe themselves, so nobody answers there. */
const NO_DATABASE = "postgresql://nobody@127.0.0.1:9/none";

/** The types of the API's client, printed from the description that the application itself serves. */
export async function printClientSchema(): Promise<string> {
  const dataDirectory = await mkdtemp(path.join(tmpdir(), "mingxin-client-"));
  const config = readConfig({ MINGXIN_DATA: dataDirectory });
  const runtime = await openRuntime(config, { app: NO_DATABASE, publicRead: NO_DATABASE, accounts: NO_DATABASE });
  const app = Fastify();
  try {
    app.decorateRequest("actor");
    guardRoutes(app, () => Promise.resolve(PUBLIC_ACTOR));
    await registerApi(app, runtime, () => undefined);
    await app.ready();
    const types = astToString(await openapiTypes(JSON.stringify(app.swagger())));
    return `// Printed by tools/generate.ts from the API's own description.\n${types}`;
  } finally {
    await app.close();
    await runtime.close();
    await rm(dataDirectory, { recursive: true, force: true });
  }
}
