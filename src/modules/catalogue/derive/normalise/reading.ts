import type { FieldValue } from "../../catalogue-item.ts";
import type { CellInput } from "../../cell-input.ts";
import type { Text } from "../../../../kernel/text.ts";
import type { FindingCode } from "../finding-texts.ts";

/** The cell holds something that is not a value of its field; a finding says why. */
export const INVALID = Symbol("invalid");
/** The cell holds nothing. */
export const ABSENT = Symbol("absent");
/** A declared "no code" (00000000000000000X): satisfies a required field, gives no value. */
export const NO_CODE = Symbol("no code");
/** An amount of zero where only a positive one means something. */
export const ZERO = Symbol("zero");

export type Outcome = FieldValue | typeof INVALID | typeof ABSENT | typeof NO_CODE | typeof ZERO;

/** A finding whose words come from a check of its own rather than from the table of finding texts. */
export interface ToldFinding {
  readonly code: string;
  /** An error where nothing is said. */
  readonly severity?: "warning";
  readonly message: Text;
  readonly remedy: Text;
}

/** Tells a finding about the cell that is being read. */
export type Note = (finding: FindingCode | ToldFinding) => void;

/** Reads one non-empty cell of one field. Never throws. */
export type CellReader = (text: string, kind: CellInput["kind"], note: Note) => Outcome;
