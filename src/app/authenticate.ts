import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyRequest } from "fastify";
import { PUBLIC_ACTOR, type Actor } from "../kernel/actor.ts";
import { httpProblem } from "../platform/http/http.problems.ts";

const ADMINISTRATOR: Actor = { kind: "administrator", id: "administrator-key" };

/** The file that holds the administrator key; made at the first start, readable by its owner only. */
export function adminKeyPath(dataDirectory: string): string {
  return join(dataDirectory, "admin.key");
}

/** Makes the administrator key where there is none yet, and gives it. Two processes at once agree on one key. */
export async function ensureAdminKey(dataDirectory: string): Promise<string> {
  const path = adminKeyPath(dataDirectory);
  await mkdir(dataDirectory, { recursive: true });
  try {
    const file = await open(path, "wx", 0o600);
    try {
      await file.writeFile(`${randomBytes(32).toString("base64url")}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return (await readFile(path, "utf8")).trim();
}

/**
 * Finds out who asks: nobody in particular without credentials, the administrator with the right key.
 * @throws Problem http/sign-in-required for a key that is wrong; a wrong key never falls back to the public's view.
 */
export function authenticateBy(key: string): (request: FastifyRequest) => Promise<Actor> {
  const expected = digest(key);
  return async (request) => {
    const header = request.headers.authorization;
    if (header === undefined) return PUBLIC_ACTOR;
    const given = /^Bearer ([\w-]{20,200})$/.exec(header)?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected)) return ADMINISTRATOR;
    throw httpProblem("sign-in-required");
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
