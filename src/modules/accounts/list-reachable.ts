import { parseId, type PersonId } from "../../kernel/ids.ts";
import { holdersOf, type Grant } from "../../kernel/permission.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { findReachable, listHolders, type Reachable } from "./people.store.ts";

/**
 * The people behind a name of the audit trail, or all who hold a grant now, in one body or (null) in any. None where the
 * name is no person's, such as that of a program's key.
 */
export async function listReachable(
  { db }: Pick<AccountsRuntime, "db">,
  whom: { readonly person: string } | { readonly grant: Grant; readonly body: string | null },
): Promise<readonly Reachable[]> {
  if ("grant" in whom) return inScope(db, (tx) => listHolders(tx, holdersOf(whom.grant), whom.body));
  const personId = parseId<PersonId>(whom.person);
  const found = personId && (await inScope(db, (tx) => findReachable(tx, personId)));
  return found ? [found] : [];
}
