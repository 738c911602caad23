import { listCarriedNames } from "#records";
import { foldName, retractNames, unregisterName } from "#subjects";
import type { SubjectId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import type { NameChange } from "./name-change.ts";

/**
 * Takes back names that were corrected, so that no page and no search shows them: the name of a registration that came
 * again with another name as of the same day (with another day it is a change of name, and the old one a former name),
 * and the name of any other report, each only where no current version of the subject's records carries it still.
 */
export async function correctNames(
  tx: Tx,
  changes: readonly NameChange[],
  by: { readonly item: string; readonly namesSubject: boolean; readonly knownFrom: Instant },
): Promise<void> {
  const wrong = changes.filter((change) => !by.namesSubject || change.sameDay);
  if (wrong.length === 0) return;
  const carried = await readCarried(tx, [...new Set(wrong.map((change) => change.subjectId))]);
  for (const { subjectId, folded } of wrong) {
    const items = carried.get(`${subjectId} ${folded}`);
    if (!by.namesSubject) {
      if (!items) await retractNames(tx, subjectId, [folded], by.knownFrom, { registered: false });
    } else if (!items) await retractNames(tx, subjectId, [folded], by.knownFrom, { registered: true });
    else if (!items.has(by.item)) await unregisterName(tx, subjectId, folded);
  }
}

/** Items whose current records carry a name, by subject and folded name. */
async function readCarried(tx: Tx, subjects: readonly SubjectId[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const carried = new Map<string, Set<string>>();
  for (const { subjectId, item, name } of await listCarriedNames(tx, subjects)) {
    const key = `${subjectId} ${foldName(name)}`;
    carried.set(key, (carried.get(key) ?? new Set()).add(item));
  }
  return carried;
}
