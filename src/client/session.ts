import type { Language } from "../kernel/text.ts";
import { askPasskey } from "./authenticator.ts";
import { openApi, settle, take, type Get } from "./call-api.ts";

/** Who is signed in with this browser, and what that person may do; `user` is null for somebody who is not. */
export type Session = Get<"/api/v1/session">;
/** By what one can sign in here beside a password. */
export type SignInWays = Get<"/api/v1/session/ways">;

const PATH = "/api/v1/session";

export async function readSession(language: Language): Promise<Session> {
  return take(openApi(() => language).GET(PATH));
}

/** Signs in with a password; null when the second factor is asked for as well. @throws ApiProblem */
export async function signIn(
  body: { readonly userName: string; readonly password: string },
  language: Language,
): Promise<Session | null> {
  const answer = await take(openApi(() => language).POST(PATH, { body }));
  return "user" in answer ? answer : null;
}

/** Signs in with the code of the second factor, after the password. @throws ApiProblem */
export async function giveSecondFactor(code: string, language: Language): Promise<void> {
  await settle(openApi(() => language).POST(`${PATH}/second-factor`, { body: { code } }));
}

/** Changes the password of who is signed in. @throws ApiProblem */
export async function setPassword(
  body: { readonly current: string; readonly next: string },
  language: Language,
): Promise<void> {
  await settle(openApi(() => language).POST(`${PATH}/password`, { body }));
}

export async function readWays(language: Language): Promise<SignInWays> {
  return take(openApi(() => language).GET(`${PATH}/ways`));
}

/** Signs in by a passkey; PIN, finger or face are the second factor. @throws ApiProblem, AuthenticatorRefusal */
export async function signInByPasskey(language: Language): Promise<Session> {
  const api = openApi(() => language);
  const answer = await askPasskey(await take(api.POST(`${PATH}/passkey/options`)));
  return take(api.POST(`${PATH}/passkey`, { body: { answer } }));
}

/** Begins signing on by the identity service; gives the address to go to. @throws ApiProblem */
export async function beginSignOn(language: Language): Promise<string> {
  return (await take(openApi(() => language).POST(`${PATH}/sign-on`))).address;
}

/** What the identity service sent the browser back with. */
export interface SignOnAnswer {
  readonly state: string;
  readonly code?: string;
  readonly iss?: string;
  readonly error?: string;
}

/** Ends a sign-on, or a link, in the browser that began it. @throws ApiProblem */
export async function endSignOn(
  body: SignOnAnswer,
  language: Language,
): Promise<"signed-in" | "second-factor-needed" | "linked"> {
  return (await take(openApi(() => language).POST(`${PATH}/sign-on/answer`, { body }))).outcome;
}

export async function endSession(language: Language): Promise<void> {
  await settle(openApi(() => language).POST(`${PATH}/end`));
}
