import createClient, { type Client } from "openapi-fetch";
import type { Language } from "../kernel/text.ts";
import { problemOf, unreachable } from "./api-problem.ts";
import type { paths } from "./schema.ts";

export type Api = Client<paths>;
/** What a path of the API gives to GET. */
export type Get<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: infer Content } } };
}
  ? Content extends { "application/json": infer Answer }
    ? Answer
    : never
  : never;

/** What a path of the API gives to POST, by status. */
export type Answer<Path extends keyof paths, Status extends 200 | 202> = paths[Path] extends {
  post: { responses: Readonly<Record<Status, { content: infer Content }>> };
}
  ? Content extends { "application/json": infer Given }
    ? Given
    : never
  : never;

/** The API of the page's own origin; answers come in the language that `language` names at the time. */
export function openApi(language: () => Language): Api {
  const api = createClient<paths>({ baseUrl: globalThis.location.origin, credentials: "same-origin" });
  api.use({
    onRequest: ({ request }) => {
      request.headers.set("accept-language", language());
      return request;
    },
  });
  return api;
}

/** The content of an answer. @throws ApiProblem when the API refused or could not be reached */
export async function take<Content>(
  call: Promise<{ readonly data?: Content; readonly error?: unknown; readonly response: Response }>,
): Promise<Content> {
  const answer = await call.catch((error: unknown) => {
    throw unreachable(error);
  });
  if (answer.data === undefined) throw problemOf(answer.error, answer.response.status);
  return answer.data;
}

/** That an act was done whose answer has no content. @throws ApiProblem when the API refused or could not be reached */
export async function settle(call: Promise<{ readonly error?: unknown; readonly response: Response }>): Promise<void> {
  const { error, response } = await call.catch((cause: unknown) => {
    throw unreachable(cause);
  });
  if (!response.ok) throw problemOf(error, response.status);
}
