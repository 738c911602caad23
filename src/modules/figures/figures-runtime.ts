import type { Catalogue } from "#catalogue";
import type { Procedure } from "#proceedings";
import type { Clock } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import type { SigningKey } from "../../platform/signing-key.ts";
import type { FigureLaw } from "./rate-editions.ts";

/** What figures stand on. */
export interface FiguresRuntime {
  readonly db: Db;
  /** The public's pool: sees the views of schema `register` only. */
  readonly publicDb: Db;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly rates: FigureLaw;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly signingKey: SigningKey;
}
