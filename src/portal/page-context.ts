import type { FastifyRequest } from "fastify";
import { acceptedLanguage } from "../platform/http/language.ts";
import { fill, type Language, type Text } from "../kernel/text.ts";
import type { LocalDate } from "../kernel/time.ts";
import type { PortalData } from "./portal-data.ts";
import { WORDS, type WordKey } from "./words.ts";

/** What every page needs beside its own data. */
export interface PageContext {
  readonly language: Language;
  readonly data: PortalData;
  /** Path and query as they were asked for. */
  readonly url: string;
  /** Scheme, host and port as the request named them, for examples to copy. */
  readonly origin: string;
  /** A word of the interface in the page's language, its `{places}` filled. */
  readonly t: (key: WordKey, params?: Readonly<Record<string, string | number>>) => string;
  /** The page's language of a text that the data carries in both. */
  readonly pick: (text: Text) => string;
}

/** What the address asks for by `lang`, or null. */
export function languageAsked(request: FastifyRequest): Language | null {
  const { lang } = queryOf(request);
  return lang === "en" || lang === "zh" ? lang : null;
}

/** What the address asks for, else what the reader has chosen on this site before, else what the browser prefers. */
function languageOfReader(request: FastifyRequest): Language {
  const chosen = /(?:^|;\s*)lang=(en|zh)(?:;|$)/.exec(request.headers.cookie ?? "")?.[1];
  if (chosen !== "en" && chosen !== "zh")
    return languageAsked(request) ?? acceptedLanguage(request.headers["accept-language"]);
  return languageAsked(request) ?? chosen;
}

export function pageContext(request: FastifyRequest, data: PortalData): PageContext {
  const language = languageOfReader(request);
  return {
    language,
    data,
    url: request.url,
    origin: originOf(request),
    t: (key, params = {}) => fill(inNumber(WORDS[key][language], params), params),
    pick: (text) => text[language],
  };
}

/** `{count|record|records}`: the first form after exactly one, the second otherwise. */
function inNumber(words: string, params: Readonly<Record<string, string | number>>): string {
  if (!words.includes("|")) return words;
  return words.replaceAll(/\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g, (_place, name: string, one: string, many: string) =>
    String(params[name]) === "1" ? one : many,
  );
}

/** Nothing but a name and a port is taken over from a header that anybody can write. */
function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${/^[\w.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i.test(host) ? host : "localhost"}`;
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

/** Who decided, as the row says; in English by the directory's name where it knows the body. */
export function authorityName(
  context: PageContext,
  record: { readonly authority: string; readonly sourceBody: string; readonly decisionDate: LocalDate },
): string {
  if (record.authority === "") return bodyName(context, record.sourceBody);
  const known =
    context.language === "zh" ? null : context.data.catalogue.findBody(record.authority, record.decisionDate);
  return known ? context.pick(known.name) : record.authority;
}
