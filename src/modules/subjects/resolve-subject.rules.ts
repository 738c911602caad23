import { newId, type JudgementId, type SubjectId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/text.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { compareNames } from "./match-name.rules.ts";
import { namesValidOn, type NameSpan } from "./name-history.rules.ts";

export type SubjectKindKept = "organization" | "sole_trader" | "public_body";

/** What a row says about whom it concerns. `uscc` has passed its check digits. */
export interface SubjectClaim {
  readonly uscc: string | null;
  readonly folded: string;
  /** The day of decision: which of a subject's names count depends on it. Asked for only where the name is not known. */
  readonly on: () => LocalDate;
}

/** A name of a subject whose dates may still widen as rows come by. */
export interface KnownName extends NameSpan {
  from: LocalDate;
  /** `from` in days since 1970, which every row of a file is compared with. */
  fromDay: number;
  registeredFrom: LocalDate | null;
}

/** A subject as far as attachment needs it. */
export interface KnownSubject {
  readonly subjectId: SubjectId;
  /** By their folded form. */
  readonly names: Map<string, KnownName>;
}

export type Resolution =
  | {
      readonly kind: "known";
      readonly subject: KnownSubject;
      readonly by: AttachmentBasis;
      /** The judgement that the row follows, where it was attached by one. */
      readonly judgementId?: JudgementId;
    }
  | { readonly kind: "new"; readonly subject: KnownSubject; readonly subjectKind: SubjectKindKept }
  | { readonly kind: "review"; readonly reason: ReviewReason };

/** What a row was attached by. Only code and registration may teach the subject a name. */
export type AttachmentBasis = "code" | "registration" | "other-identifier" | "judgement";

export type ReviewReason = "no-code" | "name-contradicts-code";

export const REVIEW_REASONS: Readonly<Record<ReviewReason, { readonly message: Text; readonly remedy: Text }>> = {
  "no-code": {
    message: {
      zh: "没有统一社会信用代码，无法确定归属的主体",
      en: "There is no unified social credit code, so the subject cannot be told",
    },
    remedy: {
      zh: "补填统一社会信用代码后重新报送；在此之前该行待人工确认",
      en: "Add the unified social credit code and send again; until then the row waits for a clerk",
    },
  },
  "name-contradicts-code": {
    message: {
      zh: "名称与该统一社会信用代码已登记的名称不一致",
      en: "The name contradicts the names known for this unified social credit code",
    },
    remedy: {
      zh: "核对名称和代码；如企业已更名，请先报送登记信息，该行待人工确认",
      en: "Check name and code; if the firm was renamed, report its registration first; the row waits for a clerk",
    },
  },
};

/**
 * Decides to whom a row belongs: automatically by a valid code with a name that the subject bears (any of its names
 * exactly, or one compatible with a name that was valid on the day of decision); without a code by another number that
 * leads to one subject only, together with exactly a name that it bore that day; a new subject from a valid code that
 * nobody has. Everything doubtful waits. Registrations (`mayRename`) may bring a new name.
 */
export function resolveSubject(
  claim: SubjectClaim,
  known: KnownSubject | null,
  identified: readonly KnownSubject[],
  mayRename: boolean,
): Resolution {
  const { folded } = claim;
  if (!claim.uscc) return resolveWithoutCode(folded, claim.on(), identified);
  if (!known) {
    const subject = { subjectId: newId<SubjectId>(), names: new Map<string, KnownName>() };
    return { kind: "new", subject, subjectKind: subjectKindOf(claim.uscc) };
  }
  if (mayRename) return { kind: "known", subject: known, by: "registration" };
  if (known.names.has(folded)) return { kind: "known", subject: known, by: "code" };
  for (const name of namesValidOn(known.names.values(), claim.on()))
    if (compareNames(folded, name.folded).compatible) return { kind: "known", subject: known, by: "code" };
  return { kind: "review", reason: "name-contradicts-code" };
}

function resolveWithoutCode(folded: string, on: LocalDate, identified: readonly KnownSubject[]): Resolution {
  const [subject, another] = identified;
  const isBorne = subject && namesValidOn(subject.names.values(), on).some((name) => name.folded === folded);
  return isBorne && !another
    ? { kind: "known", subject, by: "other-identifier" }
    : { kind: "review", reason: "no-code" };
}

/** Kind by the first two characters of the code (GB 32100-2015 table 1): 92 sole trader, 11/12/13/19 public bodies. */
export function subjectKindOf(uscc: string): SubjectKindKept {
  if (uscc.startsWith("92")) return "sole_trader";
  return uscc.startsWith("1") ? "public_body" : "organization";
}
