import type { Finding } from "../../kernel/finding.ts";
import { storableText, type Text } from "../../kernel/text.ts";

export type CauseSeverity = Finding["severity"] | "review";

/** One cause with all the rows that share it; a million equal errors are one of these. */
export interface Cause {
  readonly cause: number;
  readonly code: string;
  readonly severity: CauseSeverity;
  readonly field: string | null;
  readonly column: string | null;
  readonly message: Text;
  readonly remedy: Text;
  total: number;
  /** First and last row of each run, ascending. */
  readonly ranges: [number, number][];
  readonly samples: { readonly row: number; readonly value: string }[];
}

/** One finding as it is kept for the full report; changes are kept in their cause only. */
export interface KeptFinding {
  readonly row: number;
  readonly ordinal: number;
  readonly cause: number;
  readonly value: string;
}

const SAMPLES = 10;
/** Causes that a batch may have of its own; beyond them findings count under one more of their severity. */
const MOST_CAUSES = 500;

/** Groups findings by cause as rows go by in ascending order. */
export class CauseTally {
  readonly causes: Cause[] = [];
  readonly #byKey = new Map<string, Cause>();
  #row = -1;
  #ordinal = 0;

  /** Counts one finding. Gives back what the full report keeps, or null for a mere change. */
  add(finding: Omit<Finding, "severity"> & { readonly severity: CauseSeverity }): KeptFinding | null {
    const cause = this.#causeOf(finding);
    cause.total += 1;
    const last = cause.ranges.at(-1);
    if (last && finding.row <= last[1] + 1) last[1] = Math.max(last[1], finding.row);
    else cause.ranges.push([finding.row, finding.row]);
    const value = storableText(finding.value);
    if (cause.samples.length < SAMPLES) cause.samples.push({ row: finding.row, value });
    if (finding.severity === "change") return null;
    this.#ordinal = finding.row === this.#row ? this.#ordinal + 1 : 1;
    this.#row = finding.row;
    return { row: finding.row, ordinal: this.#ordinal, cause: cause.cause, value };
  }

  #causeOf(finding: Omit<Finding, "severity"> & { readonly severity: CauseSeverity }): Cause {
    const key = `${finding.severity}\u0000${finding.code}\u0000${finding.field ?? ""}\u0000${finding.column ?? ""}\u0000${finding.message.zh}`;
    const known = this.#byKey.get(key);
    if (known) return known;
    return this.causes.length < MOST_CAUSES ? this.#newCause(key, finding) : this.#otherCause(finding.severity);
  }

  #otherCause(severity: CauseSeverity): Cause {
    const known = this.#byKey.get(severity);
    return known ?? this.#newCause(severity, { ...OTHER, severity });
  }

  #newCause(key: string, finding: Omit<Cause, "cause" | "total" | "ranges" | "samples">): Cause {
    const cause: Cause = {
      cause: this.causes.length + 1,
      code: finding.code,
      severity: finding.severity,
      field: finding.field,
      column: finding.column === null ? null : storableText(finding.column),
      message: storableWords(finding.message),
      remedy: storableWords(finding.remedy),
      total: 0,
      ranges: [],
      samples: [],
    };
    this.#byKey.set(key, cause);
    this.causes.push(cause);
    return cause;
  }
}

const OTHER = {
  code: "other",
  field: null,
  column: null,
  message: {
    zh: "问题种类过多，其余各类合并列在这里，逐行的值见明细",
    en: "There are too many kinds of faults; the rest of them are counted here, each with its row and value",
  },
  remedy: {
    zh: "先改正前面列出的问题，重新报送后再看其余问题",
    en: "Correct the faults listed before, send the file again, and see what is left",
  },
};

/** Headers and names out of the file stand in our words, and a file may hold any character. */
export function storableWords<Words extends Text>(words: Words): Words {
  return { ...words, zh: storableText(words.zh), en: storableText(words.en) };
}

/** PostgreSQL's text form of an int4multirange over closed runs. */
export function toMultirange(ranges: readonly (readonly [number, number])[]): string {
  return `{${ranges.map(([from, to]) => `[${from},${to}]`).join(",")}}`;
}
