import type { REVIEW_WORDS } from "./review.words.ts";

type ReviewKey = keyof typeof REVIEW_WORDS;

const REASONS = [
  "no-code",
  "name-contradicts-code",
  "belongs-to-other-subject",
  "record-ended",
  "natural-person",
] as const;
const KINDS = ["attach", "not-same", "new-subject", "merge", "split", "undo"] as const;

/** Reasons that a list can be narrowed to; rows on natural persons are not in it. */
export const LISTED_REASONS = REASONS.filter((reason) => reason !== "natural-person");

export function reasonKey(reason: string): ReviewKey {
  const known = REASONS.find((one) => one === reason);
  return known === undefined ? "reason.other" : `reason.${known}`;
}

export function kindKey(kind: string): ReviewKey {
  const known = KINDS.find((one) => one === kind);
  return known === undefined ? "reason.other" : `kind.${known}`;
}
