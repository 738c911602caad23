import { createHash, randomBytes } from "node:crypto";
import type { Catalogue } from "#catalogue";
import type { Procedure } from "#proceedings";
import type { Clock } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import type { IdentityService } from "./identity-service.ts";
import type { SignIn } from "./sign-in-library.store.ts";

/** What accounts stand on; built once by src/app. */
export interface AccountsRuntime {
  /** The database as the role mingxin_accounts, which alone sees people and their secrets. */
  readonly db: Db;
  readonly signIn: SignIn;
  /** Where people may sign on beside passwords and passkeys; null where there is none. */
  readonly identityService: IdentityService | null;
  /** Address under which readers reach the site; null where it is only this machine's. */
  readonly origin: string | null;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly procedures: ReadonlyMap<string, Procedure>;
}

/** A secret that is shown once, of 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token; no salt is needed for 256 random bits. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** A procedure by which accounts change. */
export function procedureOf(
  { procedures }: AccountsRuntime,
  name: "role-change" | "account-recovery" | "key-issue",
): Procedure {
  const procedure = procedures.get(name);
  if (!procedure) throw new Error(`data/procedures has no ${name}`);
  return procedure;
}
