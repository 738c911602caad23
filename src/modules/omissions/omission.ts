import type { Uuid } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";

export type SeriesId = Uuid<"series">;
export type AttestationId = Uuid<"attestation">;

/** How many decisions a body says it made in a month, signed by a second person. */
export interface Attestation {
  readonly attestationId: AttestationId;
  readonly body: string;
  readonly item: string;
  /** First day of the month. */
  readonly month: LocalDate;
  readonly decisions: number;
  readonly highest: readonly string[];
  readonly words: string;
  readonly statedBy: string;
  readonly signedBy: string;
  readonly at: Instant;
}

/** Decisions on file in a month. */
export interface MonthRow {
  readonly body: string;
  readonly item: string;
  /** First day of the month. */
  readonly month: LocalDate;
  readonly decisions: number;
}
