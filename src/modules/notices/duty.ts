import type { Actor } from "../../kernel/actor.ts";
import type { Grant } from "../../kernel/permission.ts";
import type { Text } from "../../kernel/text.ts";
import type { LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";

/** Something that is still to be done, by how many and until when. */
export interface OpenDuty {
  /** Body whose duty it is; null where it is nobody's in particular. */
  readonly body: string | null;
  /** Last day, or null where it has none. */
  readonly dueOn: LocalDate | null;
  readonly count: number;
  /** Where on the desk it is done. */
  readonly link: string;
  /** What tells it from its likes on the screen Today; where it is absent, those of one stage are one line. */
  readonly label?: Text;
}

/**
 * One kind of duty that the platform knows of: it becomes lines of the screen Today, and reminders where
 * data/rules/reminders.json gives it a plan. Modules downstream give the rows, src/app registers the source.
 */
export interface DutySource {
  /** Duty of data/rules/reminders.json, which has its words and plan. */
  readonly duty: string;
  /** Who does it. */
  readonly grant: Grant;
  /** Holders of the grant in the body of the duty, or in any. */
  readonly holders: "own-body" | "any-body";
  /** What is open, in the scope of the transaction: of all bodies for the platform, of what `asker` sees otherwise. */
  listOpen(tx: Tx, asker: Actor): Promise<readonly OpenDuty[]>;
}
