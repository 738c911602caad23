import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
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
import { acceptInvitation } from "./manage-people.ts";
import { registerPasskeyRoutes } from "./passkeys.routes.ts";
import {
  answerSignedIn,
  callerOf,
  describe,
  headersOf,
  isFromElsewhere,
  limited,
  personAsking,
} from "./session-call.ts";
import { changePassword, setUpSecondFactor, signInByCode, signInByPassword, signOut } from "./sign-in.ts";
import { registerSignOnRoutes } from "./sign-on.routes.ts";

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
  registerPasskeyRoutes(app, runtime, attempts);
  registerSignOnRoutes(app, runtime, attempts);
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
      return answerSignedIn(runtime, signedIn, request, reply);
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
      return answerSignedIn(runtime, signedIn, request, reply);
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
      const person = personAsking(actor);
      const passwords = await readJsonBody(request, PasswordsSchema);
      const cookies = await limited(attempts, request, () =>
        changePassword(runtime, person, passwords, callerOf(request)),
      );
      return answerSignedIn(runtime, { cookies, secondFactorNeeded: false }, request, reply);
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
      const person = personAsking(actor);
      const { password } = await readJsonBody(request, PasswordSchema);
      return limited(attempts, request, () => setUpSecondFactor(runtime, person, password, callerOf(request)));
    },
  });
}
