import type { Catalogue } from "#catalogue";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { publishProblem } from "./publish.problems.ts";

/** A filter of a list or a figure as it was asked for. */
export interface FilterQuery {
  readonly item?: string | undefined;
  readonly body?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The same, checked. */
export interface CheckedFilter {
  readonly item?: string;
  readonly body?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/**
 * Reads a filter: what cannot meet anything is told, not answered with an empty list.
 * @throws Problem publish/unknown-item, publish/bad-date, publish/bad-range
 */
export function checkedFilter(catalogue: Catalogue, { item, body, from, to }: FilterQuery): CheckedFilter {
  if (item !== undefined && !catalogue.items.some((entry) => entry.item === item))
    throw publishProblem("unknown-item", {
      extra: { items: [...new Set(catalogue.items.map((entry) => entry.item))] },
    });
  const [first, last] = [from, to].map((text) => (text === undefined ? undefined : dayOf(text)));
  if (first !== undefined && last !== undefined && first > last) throw publishProblem("bad-range");
  return {
    ...(item === undefined ? {} : { item }),
    ...(body === undefined ? {} : { body }),
    ...(first === undefined ? {} : { from: first }),
    ...(last === undefined ? {} : { to: last }),
  };
}

/**
 * For an answer that is empty: the body asked for must be one of the directory. Others may stand in the register as
 * their rows called them, so that only the empty answer tells. @throws Problem publish/unknown-body
 */
export function checkEmpty(catalogue: Catalogue, { body }: FilterQuery): void {
  if (body !== undefined && !catalogue.bodies.has(body)) throw publishProblem("unknown-body");
}

/** @throws Problem publish/bad-date */
export function dayOf(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day) throw publishProblem("bad-date");
  return day;
}
