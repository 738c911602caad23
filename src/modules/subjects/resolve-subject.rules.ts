import { newId, type SubjectId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/text.ts";
import { foldName, isCompatibleName } from "./name.rules.ts";

export type SubjectKindKept = "organization" | "sole_trader" | "public_body";

/** What a row says about whom it concerns. `uscc` has passed its check digits. */
export interface SubjectClaim {
  readonly uscc: string | null;
  readonly name: string;
}

/** A subject as far as attachment needs it. */
export interface KnownSubject {
  readonly subjectId: SubjectId;
  readonly foldedNames: Set<string>;
}

export type Resolution =
  | { readonly kind: "known"; readonly subject: KnownSubject; readonly newName: boolean }
  | { readonly kind: "new"; readonly subject: KnownSubject; readonly subjectKind: SubjectKindKept }
  | { readonly kind: "review"; readonly reason: ReviewReason };

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
 * Decides to whom a row belongs: automatically only by a valid code with a compatible name, a new subject from a valid
 * code that nobody has; everything doubtful waits. `updates-names` items (basic registration) may bring a new name.
 */
export function resolveSubject(claim: SubjectClaim, known: KnownSubject | null, mayRename: boolean): Resolution {
  if (!claim.uscc) return { kind: "review", reason: "no-code" };
  const folded = foldName(claim.name);
  if (!known) {
    const subject = { subjectId: newId<SubjectId>(), foldedNames: new Set([folded]) };
    return { kind: "new", subject, subjectKind: subjectKindOf(claim.uscc) };
  }
  if (known.foldedNames.has(folded)) return { kind: "known", subject: known, newName: false };
  if (mayRename || isCompatibleName(folded, known.foldedNames)) return { kind: "known", subject: known, newName: true };
  return { kind: "review", reason: "name-contradicts-code" };
}

/** Kind by the first two characters of the code (GB 32100-2015 table 1): 92 sole trader, 11/12/13/19 public bodies. */
export function subjectKindOf(uscc: string): SubjectKindKept {
  if (uscc.startsWith("92")) return "sole_trader";
  return uscc.startsWith("1") ? "public_body" : "organization";
}
