/** How far a subject may be the one that a row means, with every reason and its weight. Pure. */
import matching from "../../../data/rules/matching.json" with { type: "json" };
import type { SubjectId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/text.ts";
import type { LocalDate } from "../../kernel/time.ts";
import { identifierKey, type OtherIdentifier, type OtherScheme } from "./identifier.rules.ts";
import { compareNames } from "./match-name.rules.ts";
import { namesValidOn, type PublicName } from "./name-history.rules.ts";
import { splitName } from "./name-parts.rules.ts";

/** What a row claims, for a person to judge. */
export interface ReviewClaim {
  readonly uscc: string | null;
  readonly identifiers: readonly OtherIdentifier[];
  readonly name: string;
  readonly folded: string;
  readonly on: LocalDate;
}

/** A subject that may be meant, with what is known of it. */
export interface CandidateSubject {
  readonly subjectId: SubjectId;
  readonly uscc: string | null;
  readonly names: readonly PublicName[];
  /** All identifiers as `identifierKey` texts, the credit codes as "uscc:…". */
  readonly identifiers: ReadonlySet<string>;
  readonly judgedNotSame: boolean;
}

export type CandidateReason = keyof typeof matching.weights;

export interface CandidateEvidence {
  readonly reason: CandidateReason;
  readonly points: number;
  /** What in the register speaks so: the number or the name. */
  readonly detail: string;
  readonly words: Text;
}

export interface Candidate {
  readonly subjectId: SubjectId;
  readonly uscc: string | null;
  readonly name: string;
  readonly score: number;
  readonly evidence: readonly CandidateEvidence[];
}

/** Version of data/rules/matching.json by which candidates are scored. */
export const MATCHING_VERSION: number = matching.version;

const WORDS: Readonly<Record<CandidateReason, Text>> = {
  code: { zh: "统一社会信用代码相同", en: "Same credit code" },
  "organisation-code": { zh: "组织机构代码相同", en: "Same organisation code" },
  "registration-number": { zh: "注册号相同", en: "Same registration number" },
  "institution-certificate": { zh: "事业单位证书号相同", en: "Same certificate of a public institution" },
  "social-organisation-certificate": { zh: "社会组织登记证号相同", en: "Same certificate of a social organisation" },
  "name-of-the-day": { zh: "名称与决定日的名称完全相同", en: "Exactly the name that it bore on the day of decision" },
  "name-of-another-day": { zh: "名称与另一时期的名称完全相同", en: "Exactly a name that it bore at another time" },
  "name-written-otherwise": { zh: "名称写法不同而相容", en: "The name is written otherwise but compatible" },
  "name-similar": { zh: "名称相近", en: "The name is similar" },
  "region-agrees": { zh: "地区一致", en: "The region agrees" },
  "region-contradicts": { zh: "地区不一致", en: "The regions contradict" },
  "branch-differs": { zh: "一为分支机构，或分支不同", en: "One is a branch, or another branch" },
  "judged-not-same": { zh: "此前已判定不是该主体", en: "Judged before: it is not this one" },
};

/** Candidates with their evidence, best first; those that nothing speaks for are left out. */
export function scoreCandidates(claim: ReviewClaim, subjects: readonly CandidateSubject[]): Candidate[] {
  return subjects
    .map((subject) => scored(claim, subject))
    .filter((candidate) => candidate.evidence.some((one) => one.points > 0))
    .toSorted((a, b) => b.score - a.score || (a.subjectId < b.subjectId ? -1 : 1))
    .slice(0, matching.most);
}

function scored(claim: ReviewClaim, subject: CandidateSubject): Candidate {
  const { name, evidence: named } = bestName(claim, subject.names);
  const evidence = [...numbers(claim, subject), ...named];
  if (subject.judgedNotSame) evidence.push(evidenceOf("judged-not-same", ""));
  const sum = evidence.reduce((total, one) => total + one.points, 0);
  const score = Math.max(0, Math.min(100, Math.round(sum)));
  return { subjectId: subject.subjectId, uscc: subject.uscc, name, score, evidence };
}

function evidenceOf(reason: CandidateReason, detail: string, share = 1): CandidateEvidence {
  return { reason, points: Math.round(matching.weights[reason] * share), detail, words: WORDS[reason] };
}

function numbers({ uscc, identifiers }: ReviewClaim, subject: CandidateSubject): CandidateEvidence[] {
  const found = new Map<CandidateReason, string>();
  if (uscc !== null && subject.identifiers.has(`uscc:${uscc}`)) found.set("code", uscc);
  for (const identifier of identifiers)
    if (subject.identifiers.has(identifierKey(identifier))) found.set(identifier.scheme, identifier.value);
  const own = uscc?.slice(8, 17);
  const isSameBody = own !== undefined && subject.identifiers.has(identifierKey(organisation(own)));
  if (isSameBody && !found.has("code")) found.set("organisation-code", own);
  return [...found].map(([reason, detail]) => evidenceOf(reason, detail));
}

function organisation(value: string): OtherIdentifier {
  const scheme: OtherScheme = "organisation-code";
  return { scheme, value };
}

/** The name that speaks most for the subject, and how. */
function bestName(
  claim: ReviewClaim,
  names: readonly PublicName[],
): { readonly name: string; readonly evidence: CandidateEvidence[] } {
  const valid = new Set(namesValidOn(names, claim.on).map((name) => name.folded));
  let best: { name: string; evidence: CandidateEvidence[]; points: number } | null = null;
  for (const name of names) {
    const evidence = nameEvidence(claim, name, valid.has(name.folded));
    const points = evidence.reduce((sum, one) => sum + one.points, 0);
    if (!best || points > best.points) best = { name: name.name, evidence, points };
  }
  return best ?? { name: "", evidence: [] };
}

function nameEvidence(claim: ReviewClaim, name: PublicName, isValid: boolean): CandidateEvidence[] {
  const comparison = compareNames(claim.folded, name.folded);
  if (comparison.reason === "equal")
    return [evidenceOf(isValid ? "name-of-the-day" : "name-of-another-day", name.name)];
  const evidence: CandidateEvidence[] = [];
  const similarity = similarityOf(claim.folded, name.folded);
  if (comparison.compatible) evidence.push(evidenceOf("name-written-otherwise", name.name));
  else if (similarity >= matching.leastSimilarity) evidence.push(evidenceOf("name-similar", name.name, similarity));
  if (evidence.length === 0) return evidence;
  const [asked, has] = [splitName(claim.folded), splitName(name.folded)];
  if (asked.branch !== has.branch && comparison.reason === "branch-differs")
    evidence.push(evidenceOf("branch-differs", has.branch === "" ? asked.branch : has.branch));
  if (asked.region.length > 0 && has.region.length > 0) {
    const agrees = asked.region.some((place) => has.region.includes(place));
    evidence.push(evidenceOf(agrees ? "region-agrees" : "region-contradicts", has.region.join("")));
  }
  return evidence;
}

/** Share of pairs of characters that two folded names have in common (Dice), 0 to 1. */
function similarityOf(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  if (x.length + y.length === 0) return a === b ? 1 : 0;
  const left = [...y];
  let common = 0;
  for (const pair of x) {
    const at = left.indexOf(pair);
    if (at === -1) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (x.length + y.length);
}

function pairsOf(text: string): string[] {
  const signs = [...text];
  return signs.slice(1).map((sign, at) => (signs[at] ?? "") + sign);
}
