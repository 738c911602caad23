import { createHash } from "node:crypto";
import { canonicalJson } from "../../verify/canonical-json.ts";
import type { OtherIdentifier } from "./identifier.rules.ts";

/** Who a row says it concerns, as far as a judgement on it holds for later rows. */
export interface ClaimParts {
  readonly uscc: string | null;
  readonly identifiers: readonly OtherIdentifier[];
  readonly folded: string;
}

/** SHA-256 over the canonical JSON of the identifiers and the folded name: the same claim in whatever file and row. */
export function claimOf({ uscc, identifiers, folded }: ClaimParts): Buffer {
  const numbers = identifiers.map(({ scheme, value }) => [scheme, value]);
  if (uscc !== null) numbers.push(["uscc", uscc]);
  const sorted = numbers.map((number) => canonicalJson(number)).toSorted();
  return createHash("sha256")
    .update(canonicalJson({ identifiers: sorted, name: folded }))
    .digest();
}
