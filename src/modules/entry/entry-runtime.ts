import type { Workdays } from "#catalogue";
import type { JudgingRuntime } from "#ingest";
import type { Procedure } from "#proceedings";
import type { PublicationLaw } from "#publish";
import type { Ground } from "./ground.ts";

/** What work on single records needs; built once by src/app. */
export interface EntryRuntime extends JudgingRuntime {
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly publication: PublicationLaw;
  readonly workdays: Workdays;
  readonly grounds: ReadonlyMap<string, Ground>;
  /** Names of people by their ids, of whom the routes tell what they did. */
  readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
}
