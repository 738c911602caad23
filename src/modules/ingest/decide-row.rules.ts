import type { RecordHead } from "#records";
import type { Resolution } from "#subjects";
import type { Text } from "../../kernel/text.ts";
import type { PreparedRow } from "./prepared-row.ts";

/**
 * What becomes of a good row.
 * - `new`: first version of a new record. `changed`: a further version of a known record.
 * - `duplicate`: nothing changes. `waiting`: a clerk or later safeguards must decide. `refused`: contradicts its own file.
 */
export type Outcome =
  | { readonly kind: "new"; readonly subject: Extract<Resolution, { kind: "known" | "new" }> }
  | {
      readonly kind: "changed";
      readonly head: RecordHead;
      readonly subject: Extract<Resolution, { kind: "known" | "new" }>;
    }
  /**
   * `stillWaits`: what is in already is a row that waits, and it goes on waiting. `corrected`: people corrected this very
   * content since; the mistake does not come back with an old file.
   */
  | { readonly kind: "duplicate"; readonly stillWaits?: true; readonly corrected?: true }
  | { readonly kind: "waiting"; readonly reason: WaitingReason }
  | { readonly kind: "refused" };

export type WaitingReason =
  "natural-person" | "no-code" | "name-contradicts-code" | "record-ended" | "belongs-to-other-subject";

/** The words for each reason that is ingest's own; those of subjects come from there. */
export const WAITING_TEXTS: Readonly<
  Record<Exclude<WaitingReason, "no-code" | "name-contradicts-code">, { message: Text; remedy: Text }>
> = {
  "natural-person": {
    message: {
      zh: "涉及自然人，已接收并封存，在自然人权益保护措施建成前不予公示、不予查询",
      en: "Concerns a natural person: received and sealed, shown nowhere until the safeguards for persons exist",
    },
    remedy: { zh: "无须处理", en: "Nothing to do" },
  },
  "record-ended": {
    message: {
      zh: "该记录已撤回，不能由后续文件自动恢复",
      en: "This record was withdrawn; a later file does not restore it by itself",
    },
    remedy: {
      zh: "如确需恢复，请联系信用信息中心人工办理",
      en: "Ask the credit information centre if it must be restored",
    },
  },
  "belongs-to-other-subject": {
    message: {
      zh: "同一文书先前报送的行政相对人不是这一主体",
      en: "The same document was reported for another subject before",
    },
    remedy: {
      zh: "核对统一社会信用代码；归属变更须人工确认",
      en: "Check the credit code; a clerk must confirm a change of subject",
    },
  },
};

export const STILL_WAITING_TEXT: { readonly code: string; readonly message: Text; readonly remedy: Text } = {
  code: "still-waiting",
  message: {
    zh: "该行先前已报送，仍待人工确认，内容未变",
    en: "This row was sent before and still waits for a clerk; nothing in it has changed",
  },
  remedy: {
    zh: "原因见先前批次的错误报告；可改正的改正后重新报送，否则等待确认",
    en: "The report of the earlier batch says why; correct what can be corrected, or wait",
  },
};

export const CORRECTED_TEXT: { readonly code: string; readonly message: Text; readonly remedy: Text } = {
  code: "corrected-since",
  message: {
    zh: "该行是已被更正的旧内容，记录保持更正后的内容不变",
    en: "This row holds content that was corrected since; the record keeps the corrected content",
  },
  remedy: {
    zh: "请在源系统中同步更正；更正本身有误的，在工作台提出新的更正",
    en: "Correct it in your own system as well; if the correction was wrong, propose another at the desk",
  },
};

export const REFUSED_TEXT: { readonly code: string; readonly message: Text; readonly remedy: Text } = {
  code: "contradicts-earlier-row",
  message: {
    zh: "与本文件中前面一行是同一文书但内容不同，以前面一行为准",
    en: "The same document stands in an earlier row of this file with other content; the earlier row counts",
  },
  remedy: { zh: "删去错误的一行后重新报送", en: "Delete the wrong row and send again" },
};

/** What is known beside the row itself when it is decided. */
export interface Knowledge {
  /** An earlier row of the same batch under the same natural key, whatever became of it. */
  readonly earlier: "same" | "other" | null;
  /** What the register holds under the natural key: this very content, one that was corrected from it, another, or nothing. */
  readonly head: "same" | "corrected" | RecordHead | null;
  /** A row of an earlier batch that waits under the same natural key. */
  readonly waiting: "same" | "other" | null;
}

/**
 * Decides one row. A row that waits already and is sent again unchanged is tried anew, since the register may know its
 * subject by now; if it must still wait, it is a duplicate. Pure but for the id that a new subject takes.
 */
export function decideRow(row: Pick<PreparedRow, "isPerson">, known: Knowledge, resolve: () => Resolution): Outcome {
  if (known.earlier !== null) return { kind: known.earlier === "same" ? "duplicate" : "refused" };
  if (known.head === "same") return { kind: "duplicate" };
  if (known.head === "corrected") return { kind: "duplicate", corrected: true };
  const outcome = decideUnknown(row, known.head, resolve);
  const waitsUnchanged = known.head === null && known.waiting === "same";
  return waitsUnchanged && outcome.kind === "waiting" ? { kind: "duplicate", stillWaits: true } : outcome;
}

function decideUnknown(
  row: Pick<PreparedRow, "isPerson">,
  head: RecordHead | null,
  resolve: () => Resolution,
): Outcome {
  if (row.isPerson) return { kind: "waiting", reason: "natural-person" };
  if (head?.state === "withdrawn") return { kind: "waiting", reason: "record-ended" };
  const subject = resolve();
  if (subject.kind === "review") return { kind: "waiting", reason: subject.reason };
  if (!head) return { kind: "new", subject };
  // A record whose attachment was undone is filed again by a person only.
  if (head.state !== "active" || subject.subject.subjectId !== head.subjectId)
    return { kind: "waiting", reason: "belongs-to-other-subject" };
  return { kind: "changed", head, subject };
}
