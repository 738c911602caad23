import type { FastifyRequest } from "fastify";
import { fill, type Language, type Text } from "../kernel/text.ts";
import type { PortalData } from "./portal-data.ts";
import { WORDS, type WordKey } from "./words.ts";

/** What every page needs beside its own data. */
export interface PageContext {
  readonly language: Language;
  readonly data: PortalData;
  /** Path and query as they were asked for. */
  readonly url: string;
  /** A word of the interface in the page's language, its `{places}` filled. */
  readonly t: (key: WordKey, params?: Readonly<Record<string, string | number>>) => string;
  /** The page's language of a text that the data carries in both. */
  readonly pick: (text: Text) => string;
}

/** Chinese, unless the reader has chosen English on this site. */
function languageOfReader(request: FastifyRequest): Language {
  return /(?:^|;\s*)lang=en(?:;|$)/.test(request.headers.cookie ?? "") ? "en" : "zh";
}

export function pageContext(request: FastifyRequest, data: PortalData): PageContext {
  const language = languageOfReader(request);
  return {
    language,
    data,
    url: request.url,
    t: (key, params = {}) => fill(WORDS[key][language], params),
    pick: (text) => text[language],
  };
}

/** The single-valued parameters of a query; what is given twice counts as not given. */
export function queryOf(request: FastifyRequest): Readonly<Record<string, string>> {
  const { query } = request;
  if (typeof query !== "object" || query === null) return {};
  return Object.fromEntries(Object.entries(query).filter(([, value]) => typeof value === "string" && value !== ""));
}

/** A path with the parameters that have a value. */
export function link(path: string, parameters: Readonly<Record<string, string | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) if (value) query.set(key, value);
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** What a body is called on a day's pages; a body unknown to the catalogue as its own row called it. */
export function bodyName({ data, pick }: PageContext, body: string): string {
  const known = data.catalogue.bodies.get(body);
  return known ? pick(known.name) : body;
}

/** Title of an item by its code. */
export function itemTitle({ data, pick }: PageContext, item: string): string {
  const known = data.catalogue.items.findLast((entry) => entry.item === item);
  return known ? pick(known.title) : item;
}
