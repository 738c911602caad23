import type { Tx } from "../../platform/db/types.ts";
import { claimOf } from "./claim.ts";
import { findByIdentifiers, findByName, readCandidates } from "./candidates.store.ts";
import { scoreCandidates, type Candidate, type ReviewClaim } from "./candidates.rules.ts";
import { organisationCodeOf } from "./identifier.rules.ts";
import { listJudgementsOfClaim } from "./judgements.store.ts";

/** Subjects that a row may mean, each with its score and every reason for it, best first. Nothing is decided by it. */
export async function findCandidates(tx: Tx, claim: ReviewClaim): Promise<Candidate[]> {
  const { uscc } = claim;
  const codes =
    uscc === null
      ? []
      : [
          { scheme: "uscc", value: uscc },
          { scheme: "organisation-code", value: organisationCodeOf(uscc) },
        ];
  const byNumber = await findByIdentifiers(tx, [...codes, ...claim.identifiers]);
  const byName = await findByName(tx, claim.folded);
  const judged = await listJudgementsOfClaim(tx, claimOf(claim).toString("hex"));
  const notSame = new Set(
    judged.flatMap(({ kind, subjectId }) => (kind === "not-same" && subjectId !== null ? [subjectId] : [])),
  );
  return scoreCandidates(claim, await readCandidates(tx, [...new Set([...byNumber, ...byName])], notSame));
}
