import { foldName } from "#subjects";
import { fieldWithRole, type CatalogueItem } from "#catalogue";
import type { SubjectId } from "../../kernel/ids.ts";
import type { CanonicalValue } from "../../verify/canonical-json.ts";

/** Under which keys a payload of an item tells the subject's name and since when it bears it. */
export interface NameKeys {
  readonly name: string | null;
  /** Best first: day of approval, day of decision. */
  readonly from: readonly string[];
}

/** A name that a record carried until now and does not carry any more. */
export interface NameChange {
  readonly subjectId: SubjectId;
  readonly folded: string;
  /** Both names are given as of the same day: the earlier one was a mistake, not a former name. */
  readonly sameDay: boolean;
}

export function nameKeysOf(item: CatalogueItem): NameKeys {
  const from = [fieldWithRole(item, "name-valid-from"), fieldWithRole(item, "decision-date")];
  return {
    name: fieldWithRole(item, "subject-name")?.key ?? null,
    from: from.flatMap((field) => (field ? [field.key] : [])),
  };
}

type Payload = Readonly<Record<string, CanonicalValue>>;

/** What a further version does to the name that the version before carried; null where it carries the same. */
export function nameChange(keys: NameKeys, subjectId: SubjectId, before: Payload, after: Payload): NameChange | null {
  const [old, present] = [nameIn(keys, before), nameIn(keys, after)];
  if (old === null || old === present) return null;
  return { subjectId, folded: old, sameDay: dayIn(keys, before) === dayIn(keys, after) };
}

function nameIn({ name }: NameKeys, payload: Payload): string | null {
  const value = name === null ? undefined : payload[name];
  return typeof value === "string" ? foldName(value) : null;
}

function dayIn({ from }: NameKeys, payload: Payload): CanonicalValue {
  return from.map((key) => payload[key]).find((value) => value !== undefined) ?? null;
}
