import { Type, type TInteger, type TOptional, type TString } from "typebox";

/** Query parameter `limit` of a list: entries per page. */
export function pageLimit(fallback: number, maximum: number): TInteger {
  return Type.Integer({ minimum: 1, maximum, default: fallback, description: "每页条数 / entries per page" });
}

/** Query parameter `cursor` of a list: what the page before gave as `next`, at most so many characters. */
export function pageCursor(maxLength?: number): TOptional<TString> {
  const description = "上一页给出的 next / what the page before gave as next";
  return Type.Optional(Type.String(maxLength === undefined ? { description } : { maxLength, description }));
}

/**
 * A page of a list of which one entry more than asked for was read: what is shown, and the key of its last entry where there
 * is more behind it.
 */
export function pageOf<Entry>(
  found: readonly Entry[],
  limit: number,
  keyOf: (entry: Entry) => string,
): { readonly items: readonly Entry[]; readonly next: string | null } {
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? keyOf(last) : null };
}
