import type { Language, Text } from "../kernel/text.ts";
import { memberOf, problemOf, textOf, unreachable } from "./api-problem.ts";

/** Who is signed in with this browser, and what that person may do. */
export interface Session {
  /** Null for somebody who is not signed in. */
  readonly user: { readonly id: string; readonly userName: string; readonly name: string } | null;
  readonly body: { readonly code: string; readonly name: Text } | null;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
}

const PATH = "/api/v1/session";

export async function readSession(language: Language): Promise<Session> {
  return parseSession(await call("GET", PATH, language));
}

/** Signs in with a password; null when the second factor is asked for as well. @throws ApiProblem */
export async function signIn(
  given: { readonly userName: string; readonly password: string },
  language: Language,
): Promise<Session | null> {
  const answer = await call("POST", PATH, language, given);
  return memberOf(answer, "secondFactorNeeded") === true ? null : parseSession(answer);
}

/** Signs in with the code of the second factor, after the password. @throws ApiProblem */
export async function giveSecondFactor(code: string, language: Language): Promise<void> {
  await call("POST", `${PATH}/second-factor`, language, { code });
}

/** Changes the password of who is signed in. @throws ApiProblem */
export async function setPassword(
  given: { readonly current: string; readonly next: string },
  language: Language,
): Promise<void> {
  await call("POST", `${PATH}/password`, language, given);
}

export async function endSession(language: Language): Promise<void> {
  await call("POST", `${PATH}/end`, language);
}

async function call(method: "GET" | "POST", path: string, language: Language, body?: object): Promise<unknown> {
  const headers = { "accept-language": language, ...(body ? { "content-type": "application/json" } : {}) };
  const response = await fetch(path, {
    method,
    headers,
    credentials: "same-origin",
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch((error: unknown) => {
    throw unreachable(error);
  });
  const text = await response.text();
  const content = /json/.test(response.headers.get("content-type") ?? "") ? asJson(text) : null;
  if (!response.ok) throw problemOf(content, response.status);
  return content;
}

function asJson(text: string): unknown {
  return JSON.parse(text);
}

/** Reads what the API answers about a session; what is missing counts as not given, never as a right. */
function parseSession(answer: unknown): Session {
  const user = memberOf(answer, "user");
  const body = memberOf(answer, "body");
  const name = memberOf(body, "name");
  return {
    user: user ? { id: textOf(user, "id"), userName: textOf(user, "userName"), name: textOf(user, "name") } : null,
    body: body ? { code: textOf(body, "code"), name: { zh: textOf(name, "zh"), en: textOf(name, "en") } } : null,
    roles: texts(memberOf(answer, "roles")),
    permissions: texts(memberOf(answer, "permissions")),
    mustChangePassword: memberOf(answer, "mustChangePassword") === true,
    secondFactor: memberOf(answer, "secondFactor") === true,
  };
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
