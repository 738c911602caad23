import type { ProceedingId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";

/** Something that takes more than one step or person, as it stands now. */
export interface Proceeding {
  readonly proceedingId: ProceedingId;
  readonly procedure: string;
  /** What it is about, e.g. the id of a person. */
  readonly target: string;
  readonly body: string | null;
  readonly state: string;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly fourEyes: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface ProceedingEvent {
  readonly sequence: number;
  readonly at: Instant;
  readonly actor: string;
  readonly act: string;
  readonly fromState: string | null;
  readonly toState: string;
  readonly reason: string;
}
