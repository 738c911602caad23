import { sql } from "kysely";
import { inScope } from "../../platform/db/scope.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";

/**
 * Names of people by their ids, for those who read what these people did; ids of keys and of the platform are absent.
 */
export function namesOfPeople(
  { db }: Pick<AccountsRuntime, "db">,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  return inScope(db, async (tx) => {
    const found = await sql<{ id: string; name: string }>`SELECT id::text, name FROM accounts.people
      WHERE id::text = ANY(${[...new Set(ids)]}::text[])`.execute(tx);
    return Object.fromEntries(found.rows.map(({ id, name }) => [id, name]));
  });
}
