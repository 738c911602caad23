import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { AttemptLimit } from "../../platform/http/attempt-limit.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { PasswordSchema } from "./accounts.contract.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { hasPasskeys } from "./passkeys.ts";
import { callerOf, isFromElsewhere, limited, personAsking } from "./session-call.ts";
import {
  AddressSchema,
  IdentityLinkSchema,
  SignedOnSchema,
  SignOnAnswerSchema,
  WaysSchema,
} from "./sign-in-ways.contract.ts";
import {
  beginLink,
  beginSignOn,
  endLink,
  endSignOn,
  findOwnLink,
  SIGN_ON_SECONDS,
  type BegunSignOn,
} from "./sign-on.ts";

const NONE = Type.Object({}, { additionalProperties: false });
const JSON_BODY = ["application/json"];
/**
 * The page of the desk to which the identity service sends the browser back. The page then asks the API itself, so no
 * cookie has to come along from another site: all of ours stay SameSite=Strict.
 */
const RETURN_PATH = "/desk/sign-on";
const COOKIE = "mingxin.sign_on";
const COOKIE_PATH = "/api/v1/session";

/** Signing on by an identity service, and linking one's own account with it. */
export function registerSignOnRoutes(app: FastifyInstance, runtime: AccountsRuntime, attempts: AttemptLimit): void {
  registerRoute(app, {
    method: "GET",
    path: "/session/ways",
    permission: "public",
    tag: "accounts",
    summary: { zh: "密码之外的登录方式", en: "Ways to sign in beside a password" },
    params: NONE,
    query: NONE,
    response: { 200: WaysSchema },
    handle: async ({ request }) => ({
      passkeys: hasPasskeys(runtime.origin, request.hostname),
      identityService: runtime.identityService && { label: runtime.identityService.label },
    }),
  });
  registerSignOn(app, runtime, attempts);
  registerLink(app, runtime, attempts);
}

function registerSignOn(app: FastifyInstance, runtime: AccountsRuntime, attempts: AttemptLimit): void {
  registerRoute(app, {
    method: "POST",
    path: "/session/sign-on",
    permission: "public",
    tag: "accounts",
    summary: { zh: "开始以统一身份认证登录", en: "Begin signing in by the identity service" },
    params: NONE,
    query: NONE,
    response: { 200: AddressSchema },
    handle: async ({ request, reply }) => {
      if (isFromElsewhere(request)) throw httpProblem("not-permitted");
      const begun = await limited(attempts, request, () => beginSignOn(runtime, returnAddress(runtime, request)));
      return sendAway(runtime, begun, reply);
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/sign-on/answer",
    permission: "public",
    tag: "accounts",
    summary: {
      zh: "以统一身份认证平台返回的结果完成登录或关联",
      en: "Finish signing in, or linking, by what the identity service came back with",
    },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: SignedOnSchema },
    handle: async ({ actor, request, reply }) => {
      if (isFromElsewhere(request)) throw httpProblem("not-permitted");
      const { state, code = null, iss = null } = await readJsonBody(request, SignOnAnswerSchema);
      const answer = { state, code, iss, binding: bindingOf(runtime, request) };
      const { outcome, cookies } = await limited(attempts, request, () =>
        endSignOn(runtime, actor, answer, callerOf(request)),
      );
      const over = cookieOf(runtime, "", 0);
      reply.header("set-cookie", [...cookies, over]).header("cache-control", "no-store");
      return { outcome };
    },
  });
}

function registerLink(app: FastifyInstance, runtime: AccountsRuntime, attempts: AttemptLimit): void {
  registerRoute(app, {
    method: "GET",
    path: "/session/identity-link",
    permission: "signed-in",
    tag: "accounts",
    summary: { zh: "本人账号与统一身份的关联", en: "One's own link with the identity service" },
    params: NONE,
    query: NONE,
    response: { 200: IdentityLinkSchema },
    handle: async ({ actor }) => ({ linkedAt: actor.kind === "person" ? await findOwnLink(runtime, actor) : null }),
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/identity-link",
    permission: "signed-in",
    tag: "accounts",
    summary: {
      zh: "开始把本人账号与统一身份关联（核对密码）",
      en: "Begin linking one's own account with the identity service; takes the password",
    },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: AddressSchema },
    handle: async ({ actor, request, reply }) => {
      const { password } = await readJsonBody(request, PasswordSchema);
      const person = personAsking(actor);
      const wanted = { password, redirectUri: returnAddress(runtime, request) };
      const begun = await limited(attempts, request, () => beginLink(runtime, person, wanted, callerOf(request)));
      return sendAway(runtime, begun, reply);
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/identity-link/end",
    permission: "signed-in",
    tag: "accounts",
    summary: { zh: "解除本人账号与统一身份的关联（核对密码）", en: "End one's own link; takes the password" },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 204: Type.Null() },
    handle: async ({ actor, request, reply }) => {
      const { password } = await readJsonBody(request, PasswordSchema);
      const person = personAsking(actor);
      await limited(attempts, request, () => endLink(runtime, person, password, callerOf(request)));
      return reply.code(204).send();
    },
  });
}

function sendAway(runtime: AccountsRuntime, { address, binding }: BegunSignOn, reply: FastifyReply) {
  reply.header("set-cookie", cookieOf(runtime, binding, SIGN_ON_SECONDS)).header("cache-control", "no-store");
  return { address };
}

/** Where readers come back to. Without a configured address of the site it is this machine's, by the name asked for. */
function returnAddress({ origin }: AccountsRuntime, request: FastifyRequest): string {
  return `${origin ?? `${request.protocol}://${request.host}`}${RETURN_PATH}`;
}

function cookieOf(runtime: AccountsRuntime, value: string, seconds: number): string {
  const secure = isOverTls(runtime) ? "; Secure" : "";
  return `${cookieName(runtime)}=${value}; Path=${COOKIE_PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`;
}

function bindingOf(runtime: AccountsRuntime, { headers }: FastifyRequest): string | null {
  const start = `${cookieName(runtime)}=`;
  const found = (headers.cookie ?? "").split(/;\s*/).find((one) => one.startsWith(start));
  return found?.slice(start.length) ?? null;
}

/** Over TLS, no other site below the same domain can set one of this name (RFC 6265bis §4.1.3). */
function cookieName(runtime: AccountsRuntime): string {
  return isOverTls(runtime) ? `__Secure-${COOKIE}` : COOKIE;
}

function isOverTls({ origin }: AccountsRuntime): boolean {
  return origin?.startsWith("https:") === true;
}
