import type { PublicSubjectSummary } from "#publish";
import { html, type Html } from "./html.ts";

/** A name with the parts that answered a query set off. */
export function markedName(name: string, marks: PublicSubjectSummary["marks"]): Html {
  const parts: (Html | string)[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    parts.push(name.slice(at, from), html`<mark>${name.slice(from, to)}</mark>`);
    at = to;
  }
  return html`${parts}${name.slice(at)}`;
}
