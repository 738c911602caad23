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
