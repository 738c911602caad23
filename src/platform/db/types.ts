import type { Kysely, Transaction } from "kysely";
import type { DB } from "../../../db/types.ts";

/** Reads. A `Db` is not assignable to `Tx`, so a function that writes cannot be called outside a transaction. */
export type Db = Kysely<DB>;
/** Writes: an open transaction. A `Tx` may be given wherever a `Db` is wanted. */
export type Tx = Transaction<DB>;
