import type { LocalDate } from "../../kernel/time.ts";

/**
 * Why a record is not public although it is filed. minor-not-published, window-ended and not-for-the-public are lawful for
 * good; severity-unconfirmed, severity-undecided and not-served wait for its body. The last comes from what the body states
 * about service, the others from the plan of a version.
 */
export type HoldReason = PlannedHold | "not-served";

export type PlannedHold =
  "minor-not-published" | "window-ended" | "severity-unconfirmed" | "severity-undecided" | "not-for-the-public";

/** Reads what `compileAnnotator` gave and ingest carried. */
export function parsePlan(annotation: unknown): PublicationPlan {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: compileAnnotator made it, ingest only carried it
  return annotation as PublicationPlan;
}

/** What the rules of publication say about one version, worked out in the reader thread. Survives a structured clone. */
export interface PublicationPlan {
  readonly dueOn: LocalDate | null;
  /** The calendar file that is missing, or null. */
  readonly dueMissing: string | null;
  /** Entry of data/rules/publicity-windows.json, by which the database works out the last day; null: not for the public. */
  readonly window: string | null;
  /** 公示截止期 as the source gave it: may shorten, never lengthen. */
  readonly declaredEnd: LocalDate | null;
  readonly severity: "minor" | "general" | "serious" | null;
  readonly severityOrigin: "declared" | "attested-rule" | null;
  readonly hold: PlannedHold | null;
  /** Fields as the public sees them, where numbers of persons were masked; null when none was. */
  readonly masked: Readonly<Record<string, string | readonly string[]>> | null;
}
