import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyRequest } from "fastify";
import {
  findKeyHolder,
  findSession,
  headersOf,
  isFromElsewhere,
  SESSION_COOKIE,
  type AccountsRuntime,
} from "#accounts";
import { administratorActor, PUBLIC_ACTOR, type Actor } from "../kernel/actor.ts";
import { AttemptLimit } from "../platform/http/attempt-limit.ts";
import { httpProblem } from "../platform/http/http.problems.ts";

/** Wrong keys that one address may try within a minute before it is told to wait. */
const WRONG_KEYS_PER_MINUTE = 20;

const ADMINISTRATOR = administratorActor("administrator-key");

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
 * Finds out who asks: nobody in particular without credentials, the administrator with the machine's key, a program with
 * its body's, a person with a session.
 * @throws Problem http/sign-in-required for a key that is wrong, http/too-many-requests for too many of them from one
 *   address; a wrong key never falls back to the public's view.
 */
export function authenticateBy(key: string, accounts: AccountsRuntime): (request: FastifyRequest) => Promise<Actor> {
  const expected = digest(key);
  const wrongKeys = new AttemptLimit(WRONG_KEYS_PER_MINUTE);
  return async (request) => {
    const header = request.headers.authorization;
    if (header === undefined) return hasSession(request) ? signedIn(request, accounts) : PUBLIC_ACTOR;
    const given = /^Bearer ([\w-]{20,200})$/.exec(header)?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), expected))
      return { ...ADMINISTRATOR, address: request.ip };
    const over = wrongKeys.waitOf(request.ip);
    if (over !== null) throw httpProblem("too-many-requests", { extra: { retryAfter: over } });
    const holder = given === undefined ? null : await findKeyHolder(accounts, given, request.ip);
    if (holder) return holder;
    const wait = wrongKeys.count(request.ip);
    throw wait === null
      ? httpProblem("sign-in-required")
      : httpProblem("too-many-requests", { extra: { retryAfter: wait } });
  };
}

function hasSession({ headers }: FastifyRequest): boolean {
  return headers.cookie?.includes(`${SESSION_COOKIE}=`) === true;
}

/**
 * Who the session cookie belongs to; an old cookie is nobody's. What changes something must come from our own pages: the
 * cookie is not sent from elsewhere (SameSite), and a request that says it is from elsewhere has no session here either.
 */
async function signedIn(request: FastifyRequest, accounts: AccountsRuntime): Promise<Actor> {
  if (isFromElsewhere(request) && request.method !== "GET" && request.method !== "HEAD") return PUBLIC_ACTOR;
  return (await findSession(accounts, headersOf(request), request.ip))?.actor ?? PUBLIC_ACTOR;
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
