import type { Catalogue } from "#catalogue";
import type { Tx } from "../../platform/db/types.ts";
import { termOf } from "./paused-term.rules.ts";
import type { PublicationLaw } from "./publication.rules.ts";
import { listDecisionDays, setTerms } from "./publications.store.ts";

/**
 * Counts the terms of publication anew that reach into calendar years which came, changed or went; all of them where a
 * term itself changed. Gives how many records got another last day.
 */
export async function recountTerms(
  tx: Tx,
  catalogue: Catalogue,
  law: PublicationLaw,
  years: readonly number[] | "all",
): Promise<number> {
  if (years.length === 0) return 0;
  const days = await listDecisionDays(tx, years);
  const terms = days.flatMap(({ item, decisionDate, paused }) => {
    const deadline = catalogue.items.findLast((entry) => entry.item === item)?.publicity.deadline ?? null;
    if (deadline === null) return [];
    return [{ item, decisionDate, paused, ...termOf(law, deadline, decisionDate, paused) }];
  });
  return setTerms(tx, terms);
}
