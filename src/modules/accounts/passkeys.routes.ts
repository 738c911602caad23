import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import type { Actor } from "../../kernel/actor.ts";
import { parseId } from "../../kernel/ids.ts";
import type { AttemptLimit } from "../../platform/http/attempt-limit.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { PasswordSchema, SessionSchema } from "./accounts.contract.ts";
import { accountProblem } from "./accounts.problems.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import {
  addPasskey,
  beginPasskey,
  beginPasskeySignIn,
  endPasskey,
  listOwnPasskeys,
  renameOwnPasskey,
  signInByPasskey,
} from "./passkeys.ts";
import type { PasskeyId } from "./passkeys.store.ts";
import { answerSignedIn, callerOf, isFromElsewhere, limited, personAsking } from "./session-call.ts";
import {
  CreationOptionsSchema,
  NewPasskeySchema,
  PasskeyNameSchema,
  PasskeySignInSchema,
  PasskeysSchema,
  RequestOptionsSchema,
} from "./sign-in-ways.contract.ts";

const NONE = Type.Object({}, { additionalProperties: false });
const JSON_BODY = ["application/json"];
const PasskeyParams = Type.Object({ passkeyId: Type.String({ description: "通行密钥编号 / UUID of the passkey" }) });

/** Passkeys: one's own, and signing in by one. */
export function registerPasskeyRoutes(app: FastifyInstance, runtime: AccountsRuntime, attempts: AttemptLimit): void {
  registerSignIn(app, runtime, attempts);
  registerAdding(app, runtime, attempts);
  registerKeeping(app, runtime, attempts);
}

function registerSignIn(app: FastifyInstance, runtime: AccountsRuntime, attempts: AttemptLimit): void {
  registerRoute(app, {
    method: "POST",
    path: "/session/passkey/options",
    permission: "public",
    tag: "accounts",
    summary: {
      zh: "开始以通行密钥登录：给验证器的问题",
      en: "Begin signing in by a passkey: what to ask the authenticator",
    },
    params: NONE,
    query: NONE,
    response: { 200: RequestOptionsSchema },
    handle: async ({ request, reply }) => {
      if (isFromElsewhere(request)) throw httpProblem("not-permitted");
      const { options, cookies } = await beginPasskeySignIn(runtime, callerOf(request));
      reply.header("set-cookie", [...cookies]).header("cache-control", "no-store");
      return options;
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/passkey",
    permission: "public",
    tag: "accounts",
    summary: { zh: "以通行密钥登录（无需动态码）", en: "Sign in by a passkey; no one-time code is asked for" },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: SessionSchema },
    handle: async ({ request, reply }) => {
      if (isFromElsewhere(request)) throw httpProblem("not-permitted");
      const { answer } = await readJsonBody(request, PasskeySignInSchema);
      const signedIn = await limited(attempts, request, () => signInByPasskey(runtime, answer, callerOf(request)));
      return answerSignedIn(runtime, signedIn, request, reply);
    },
  });
}

function registerAdding(app: FastifyInstance, runtime: AccountsRuntime, attempts: AttemptLimit): void {
  registerRoute(app, {
    method: "POST",
    path: "/session/passkeys/options",
    permission: "signed-in",
    tag: "accounts",
    summary: {
      zh: "开始添加通行密钥：核对密码，返回给验证器的问题",
      en: "Begin adding a passkey: takes the password, gives what to ask the authenticator",
    },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: CreationOptionsSchema },
    handle: async ({ actor, request, reply }) => {
      const { password } = await readJsonBody(request, PasswordSchema);
      const person = personAsking(actor);
      const question = await limited(attempts, request, () =>
        beginPasskey(runtime, person, password, callerOf(request)),
      );
      reply.header("set-cookie", [...question.cookies]).header("cache-control", "no-store");
      return question.options;
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/passkeys",
    permission: "signed-in",
    tag: "accounts",
    summary: { zh: "添加验证器生成的通行密钥", en: "Add the passkey that the authenticator made" },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 201: PasskeysSchema },
    handle: async ({ actor, request, reply }) => {
      const given = await readJsonBody(request, NewPasskeySchema);
      const items = await addPasskey(runtime, personAsking(actor), given, callerOf(request));
      reply.code(201);
      return { items };
    },
  });
}

function registerKeeping(app: FastifyInstance, runtime: AccountsRuntime, attempts: AttemptLimit): void {
  registerRoute(app, {
    method: "GET",
    path: "/session/passkeys",
    permission: "signed-in",
    tag: "accounts",
    summary: { zh: "本人的通行密钥", en: "One's own passkeys" },
    params: NONE,
    query: NONE,
    response: { 200: PasskeysSchema },
    handle: async ({ actor }) => ({ items: actor.kind === "person" ? await listOwnPasskeys(runtime, actor) : [] }),
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/passkeys/:passkeyId/name",
    permission: "signed-in",
    tag: "accounts",
    summary: { zh: "为本人的通行密钥改名", en: "Give one's own passkey another name" },
    params: PasskeyParams,
    query: NONE,
    consumes: JSON_BODY,
    response: { 204: Type.Null() },
    handle: async ({ params, actor, request, reply }) => {
      const { name } = await readJsonBody(request, PasskeyNameSchema);
      const wanted = { passkeyId: passkeyIdOf(params.passkeyId), name };
      await renameOwnPasskey(runtime, personAsking(actor), wanted, callerOf(request));
      return reply.code(204).send();
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/passkeys/:passkeyId/end",
    permission: "signed-in",
    tag: "accounts",
    summary: { zh: "停用本人的通行密钥（核对密码）", en: "End one's own passkey; takes the password" },
    params: PasskeyParams,
    query: NONE,
    consumes: JSON_BODY,
    response: { 204: Type.Null() },
    handle: async ({ params, actor, request, reply }) => {
      const { password } = await readJsonBody(request, PasswordSchema);
      const [person, passkeyId]: [Actor, PasskeyId] = [personAsking(actor), passkeyIdOf(params.passkeyId)];
      await limited(attempts, request, () => endPasskey(runtime, person, { passkeyId, password }, callerOf(request)));
      return reply.code(204).send();
    },
  });
}

function passkeyIdOf(text: string): PasskeyId {
  const passkeyId = parseId<PasskeyId>(text);
  if (!passkeyId) throw accountProblem("unknown-passkey");
  return passkeyId;
}
