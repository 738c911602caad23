import type { JudgementId, SubjectId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";

/**
 * What a person decided about whose a row or record is. `attach`, `not-same`, `new-subject` are about a claim and hold for
 * later rows with it; `merge` and `split` move what hangs on a subject; `undo` takes an earlier one back.
 */
export type JudgementKind = "attach" | "not-same" | "new-subject" | "merge" | "split" | "undo";

/** What a judgement moved, so that undoing moves exactly that back. */
export interface JudgementDetail {
  readonly records?: readonly string[];
  /** Scheme and value. */
  readonly identifiers?: readonly (readonly [scheme: string, value: string])[];
  /** Folded name, and the way on which the giver had it. */
  readonly names?: readonly (readonly [folded: string, via: string])[];
  /** Subjects merged into the giver before, which lead to the receiver from now on. */
  readonly redirects?: readonly string[];
  /** What it amounts to, in counts. */
  readonly counts?: Readonly<Record<string, number>>;
  /** Counts of records by item. */
  readonly items?: Readonly<Record<string, number>>;
}

export interface Judgement {
  readonly judgementId: JudgementId;
  readonly kind: JudgementKind;
  /** SHA-256 of the claim, hex; null for merges, splits and undoings. */
  readonly claim: string | null;
  /** The waiting row that was judged, hex. */
  readonly naturalKey: string | null;
  readonly subjectId: SubjectId | null;
  readonly otherSubject: SubjectId | null;
  readonly decidedBy: string;
  readonly reason: string;
  readonly at: Instant;
  readonly undoes: JudgementId | null;
  readonly undoneBy: JudgementId | null;
  readonly detail: JudgementDetail;
}

/** To whom rows of a claim go, and by which judgement. */
export interface JudgedClaim {
  readonly subjectId: SubjectId;
  readonly judgementId: JudgementId;
}
