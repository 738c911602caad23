import type { Catalogue, Workdays } from "#catalogue";
import type { Procedure } from "#proceedings";
import type { PublicationLaw } from "#publish";
import type { BodyItem } from "#records";
import type { BatchId, JudgementId } from "../../kernel/ids.ts";
import type { Clock, Instant, LocalDate } from "../../kernel/time.ts";
import type { Db, Tx } from "../../platform/db/types.ts";
import type { OmissionRules } from "./omission-law.ts";

/** Up to which batch and judgement the numbers on file have been read; null: never. */
export interface Marks {
  readonly batches: Instant | null;
  readonly judgements: Instant | null;
}

/** What was filed since, and whose rows it left waiting. */
export interface FiledSince {
  readonly batches: readonly BatchId[];
  readonly judgements: readonly JudgementId[];
  readonly until: Marks;
  readonly waiting: readonly BodyItem[];
}

/** What omissions stand on; built once by src/app. */
export interface OmissionsRuntime {
  readonly db: Db;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly workdays: Workdays;
  readonly publication: PublicationLaw;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly rules: readonly OmissionRules[];
  /** Intake is no module upstream of this one: src/app connects what it knows of rows that wait. */
  readonly intake: {
    listFiledSince(tx: Tx, after: Marks): Promise<FiledSince>;
    listWaitingNumbers(tx: Tx, of: BodyItem): Promise<readonly { documentNumber: string; day: LocalDate }[]>;
  };
}

type ProcedureName = "omission-answer" | "series-dismissal" | "count-attestation";

/** A procedure by which something about missing numbers is decided. */
export function procedureOf({ procedures }: OmissionsRuntime, name: ProcedureName): Procedure {
  const procedure = procedures.get(name);
  if (!procedure) throw new Error(`data/procedures has no ${name}`);
  return procedure;
}
