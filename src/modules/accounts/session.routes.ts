import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { grantsOf } from "../../kernel/permission.ts";
import { AttemptLimit } from "../../platform/http/attempt-limit.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { registerRoute } from "../../platform/http/route.ts";
import {
  AcceptSchema,
  CodeSchema,
  PasswordSchema,
  PasswordsSchema,
  SecondFactorSchema,
  SessionSchema,
  SignedInSchema,
  SignInSchema,
} from "./accounts.contract.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { findSession } from "./find-actor.ts";
import { acceptInvitation } from "./manage-people.ts";
import {
  changePassword,
  setUpSecondFactor,
  signInByCode,
  signInByPassword,
  signOut,
  type Caller,
  type SignedIn,
} from "./sign-in.ts";

const NONE = Type.Object({}, { additionalProperties: false });
const JSON_BODY = ["application/json"];
/** Wrong passwords, codes and invitations of one address within a minute, after which it is told to wait. */
const FAILURES_PER_MINUTE = 60;

/** Signing in and out, and what somebody may change about their own account. */
export function registerSessionRoutes(app: FastifyInstance, runtime: AccountsRuntime): void {
  const attempts = new AttemptLimit(FAILURES_PER_MINUTE);
  registerRoute(app, {
    method: "GET",
    path: "/session",
    permission: "public",
    tag: "accounts",
    summary: { zh: "当前登录者及其权限", en: "Who is signed in, and what they may do" },
    params: NONE,
    query: NONE,
    response: { 200: SessionSchema },
    handle: ({ request }) => describe(runtime, headersOf(request), request.ip),
  });
  registerSignIn(app, runtime, attempts);
  registerOwnAccount(app, runtime, attempts);
}

function registerSignIn(app: FastifyInstance, runtime: AccountsRuntime, attempts: AttemptLimit): void {
  registerRoute(app, {
    method: "POST",
    path: "/session",
    permission: "public",
    tag: "accounts",
    summary: { zh: "用户名和密码登录", en: "Sign in by user name and password" },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: SignedInSchema },
    handle: async ({ request, reply }) => {
      // A page elsewhere must not sign its reader in as somebody of its choice.
      if (isFromElsewhere(request)) throw httpProblem("not-permitted");
      const body = await readJsonBody(request, SignInSchema);
      const signedIn = await limited(attempts, request, () => signInByPassword(runtime, body, callerOf(request)));
      return answer(runtime, signedIn, request, reply);
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/second-factor",
    permission: "public",
    tag: "accounts",
    summary: { zh: "以动态码完成登录", en: "Finish signing in by a one-time code" },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: SignedInSchema },
    handle: async ({ request, reply }) => {
      const { code } = await readJsonBody(request, CodeSchema);
      const signedIn = await limited(attempts, request, () => signInByCode(runtime, code, callerOf(request)));
      return answer(runtime, signedIn, request, reply);
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/invitations",
    permission: "public",
    tag: "accounts",
    summary: { zh: "凭邀请设置首个密码", en: "Set a first password by an invitation" },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: Type.Object({ userName: Type.String() }) },
    handle: async ({ request }) => {
      const given = await readJsonBody(request, AcceptSchema);
      const from = { address: request.ip, requestId: request.id };
      return limited(attempts, request, () => acceptInvitation(runtime, given, from));
    },
  });
}

function registerOwnAccount(app: FastifyInstance, runtime: AccountsRuntime, attempts: AttemptLimit): void {
  registerRoute(app, {
    method: "POST",
    path: "/session/end",
    permission: "signed-in",
    tag: "accounts",
    summary: { zh: "退出登录", en: "Sign out" },
    params: NONE,
    query: NONE,
    response: { 204: Type.Null() },
    handle: async ({ actor, request, reply }) => {
      if (actor.kind === "person") reply.header("set-cookie", [...(await signOut(runtime, actor, callerOf(request)))]);
      return reply.code(204).send();
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/password",
    permission: "signed-in",
    tag: "accounts",
    summary: { zh: "修改本人密码", en: "Change one's own password" },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: SessionSchema },
    handle: async ({ actor, request, reply }) => {
      if (actor.kind !== "person") throw httpProblem("not-permitted");
      const passwords = await readJsonBody(request, PasswordsSchema);
      const cookies = await limited(attempts, request, () =>
        changePassword(runtime, actor, passwords, callerOf(request)),
      );
      return answer(runtime, { cookies, secondFactorNeeded: false }, request, reply);
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/second-factor/setup",
    permission: "signed-in",
    tag: "accounts",
    summary: {
      zh: "启用动态码：返回密钥和备用码，首次验证后生效",
      en: "Set one-time codes up: gives the secret and backup codes, in force after a first code",
    },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: SecondFactorSchema },
    handle: async ({ actor, request }) => {
      if (actor.kind !== "person") throw httpProblem("not-permitted");
      const { password } = await readJsonBody(request, PasswordSchema);
      return limited(attempts, request, () => setUpSecondFactor(runtime, actor, password, callerOf(request)));
    },
  });
}

/** Sends the cookies, and who is signed in with them. */
async function answer(
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

async function describe(runtime: AccountsRuntime, headers: Headers, address: string): Promise<unknown> {
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
async function limited<Result>(
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

function callerOf(request: FastifyRequest): Caller {
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
