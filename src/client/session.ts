import type { Language } from "../kernel/text.ts";
import { openApi, settle, take, type Get } from "./call-api.ts";

/** Who is signed in with this browser, and what that person may do; `user` is null for somebody who is not. */
export type Session = Get<"/api/v1/session">;

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

export async function endSession(language: Language): Promise<void> {
  await settle(openApi(() => language).POST(`${PATH}/end`));
}
