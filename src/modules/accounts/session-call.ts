import type { FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../../kernel/actor.ts";
import { grantsOf } from "../../kernel/permission.ts";
import type { AttemptLimit } from "../../platform/http/attempt-limit.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { findSession } from "./find-actor.ts";
import type { Caller, SignedIn } from "./sign-in.ts";

/** Sends the cookies, and who is signed in with them. */
export async function answerSignedIn(
  runtime: AccountsRuntime,
  { cookies, secondFactorNeeded }: SignedIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  reply.header("set-cookie", [...cookies]).header("cache-control", "no-store");
  if (secondFactorNeeded) return { secondFactorNeeded };
  const headers = headersOf(request);
  headers.set("cookie", cookies.map((cookie) => cookie.split(";", 1)[0]).join("; "));
  return describe(runtime, headers, request.ip);
}

/** Who is signed in by these headers, as the API tells it. */
export async function describe(runtime: AccountsRuntime, headers: Headers, address: string): Promise<unknown> {
  const session = await findSession(runtime, headers, address);
  if (!session)
    return { user: null, body: null, roles: [], permissions: [], mustChangePassword: false, secondFactor: false };
  const { actor, userName, name, mustChangePassword, secondFactor } = session;
  const body = actor.body === null ? undefined : runtime.catalogue.bodies.get(actor.body);
  return {
    user: { id: actor.id, userName, name },
    body: body ? { code: body.body, name: body.name } : null,
    roles: actor.roles,
    permissions: grantsOf(actor.roles),
    mustChangePassword,
    secondFactor,
  };
}

/** Runs what tries a secret, unless this address has tried too many wrong ones. */
export async function limited<Result>(
  attempts: AttemptLimit,
  { ip }: FastifyRequest,
  work: () => Promise<Result>,
): Promise<Result> {
  // Counted before it is known to be wrong, so that many at once are many.
  const wait = attempts.count(ip);
  if (wait !== null) throw httpProblem("too-many-requests", { extra: { retryAfter: wait } });
  const result = await work();
  attempts.forgive(ip);
  return result;
}

/** Who asks, as far as signing in needs it. */
export function callerOf(request: FastifyRequest): Caller {
  return { headers: headersOf(request), address: request.ip, requestId: request.id };
}

/** Whether a browser says that a page of another site, or of another port, asks (Fetch Metadata, Origin). */
export function isFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const { origin } = headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

/** The request's headers as the library reads them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  // The library reads this one; what stands there may be anybody's word.
  headers.set("x-forwarded-for", request.ip);
  return headers;
}

/** A person who is signed in; programs and machines have no account of their own. @throws Problem http/not-permitted */
export function personAsking(actor: Actor): Actor {
  if (actor.kind !== "person") throw httpProblem("not-permitted");
  return actor;
}
