import { sql, type RawBuilder } from "kysely";
import type { SubjectId } from "../../../kernel/ids.ts";
import type { Db } from "../../../platform/db/types.ts";
import type { SubjectKindKept } from "../resolve-subject.rules.ts";
import type { PinyinReading } from "./pinyin.rules.ts";
import { isBareCounty, placeNamed } from "../place-names.rules.ts";
import { pairsOf, placeGram, rareGram } from "./name-grams.rules.ts";
import type { Candidate } from "./rank-match.rules.ts";
import type { QueryReading, SearchQuery } from "./search-query.rules.ts";

/** A name of the search table that may answer a query. */
export interface FoundName extends Candidate {
  readonly name: string;
  /** What the subject is called today. */
  readonly currentName: string;
  readonly uscc: string | null;
  readonly kind: SubjectKindKept;
  readonly by: "code" | "name" | "pinyin";
}

/** What a look-up found; `cut` where there was more than it may bring. */
export interface Found {
  readonly names: readonly FoundName[];
  readonly cut: boolean;
}

interface NameRow {
  subject_id: SubjectId;
  folded: string;
  core: string;
  activity: number;
  name: string;
  current_name: string | null;
  uscc: string | null;
  kind: SubjectKindKept;
  by: FoundName["by"];
  /** Which branches found it, as bits. */
  parts: number;
}

/** One look-up: a condition that an index answers, how many names it may bring. */
export interface LookUp {
  readonly by: FoundName["by"];
  readonly where: RawBuilder<unknown>;
  readonly order?: RawBuilder<unknown>;
  readonly limit: number;
}

/** Bits in which branches are told apart; what comes after shares one. */
const PARTS = 30;

/** Names by their beginning: of the name, of its core, of its code, of how it is read. Each a range of a b-tree. */
export function beginningsOf(query: SearchQuery, limit: number): LookUp[] {
  const lookUps: LookUp[] = [
    { by: "name", where: sql`s.searchable AND s.folded = ${query.folded}`, limit },
    { by: "name", where: sql`s.searchable AND s.folded LIKE ${begins(query.folded)}`, order: sql`s.folded`, limit },
  ];
  if (query.code !== null)
    lookUps.push({ by: "code", where: sql`s.uscc LIKE ${begins(query.code)}`, order: sql`s.uscc`, limit });
  for (const { place, core } of query.readings) {
    const inPlace = holdsPlace(place);
    // What is equal comes first in its range, but the range may be cut by names outside the place.
    const cores = [core, ...(query.shorterCore === null ? [] : [query.shorterCore])];
    lookUps.push(
      { by: "name", where: sql`s.searchable AND s.core = ANY(${cores}::text[]) ${inPlace}`, limit },
      { by: "name", where: sql`s.searchable AND s.core LIKE ${begins(core)} ${inPlace}`, order: sql`s.core`, limit },
    );
  }
  for (const reading of query.pinyin)
    lookUps.push({ by: "pinyin", where: readsLike(reading), order: sql`s.pinyin`, limit });
  return lookUps;
}

/** Names that hold all the grams of a reading, and literally what it says; none where it has no gram. */
export function containing(query: SearchQuery, { place, core }: QueryReading, limit: number): LookUp[] {
  const named = placeNamed(query.folded) ?? (isBareCounty(query.folded) ? query.folded : null);
  const rare = core.length === 1 ? rareGram(core) : null;
  const grams = named === null ? [...pairsOf(core), ...(rare === null ? [] : [rare])] : [placeGram(named)];
  if (grams.length === 0 && place === null) return [];
  const text = place === null ? query.folded : core;
  const holds = sql`s.folded LIKE ${`%${escaped(text)}%`} ${holdsPlace(place)}`;
  return [{ by: "name", where: sql`s.searchable AND ${holdsGrams(grams, place)} AND ${holds}`, limit }];
}

/** Names that hold a text, read one after the other until enough are found: for one common character, which has no gram. */
export async function findByReading(db: Db, text: string, limit: number): Promise<Found> {
  return lookUp(db, [{ by: "name", where: sql`s.searchable AND s.folded LIKE ${`%${escaped(text)}%`}`, limit }]);
}

/**
 * Names that hold all grams of one of the sets, or whose core is one of the texts. Each set is a branch with a limit of its
 * own: the planner must see its grams to know that they are rare.
 */
export function holdingOneOf(
  sets: readonly (readonly number[])[],
  cores: readonly string[],
  place: string | null,
  limit: number,
): LookUp[] {
  const inPlace = holdsPlace(place);
  const lookUps: LookUp[] = sets.map((grams) => ({
    by: "name",
    where: sql`s.searchable AND ${holdsGrams(grams, place)} ${inPlace}`,
    limit,
  }));
  if (cores.length > 0)
    lookUps.push({ by: "name", where: sql`s.searchable AND s.core = ANY(${[...cores]}::text[])`, limit });
  return lookUps;
}

/**
 * Looks all of it up in one statement: first the keys, then what is shown and ranked by, once for each name. Names of whom
 * nothing is public today are left out: that they are known to the register is nobody's business.
 */
export async function lookUp(db: Db, lookUps: readonly LookUp[]): Promise<Found> {
  if (lookUps.length === 0) return { names: [], cut: false };
  const branches = lookUps.map(
    ({ by, where, order, limit }, part) =>
      sql`(SELECT s.subject_id, s.folded, ${sql.lit(by)} AS by, ${sql.lit(part % PARTS)} AS part FROM register.subjects s
        WHERE ${where} ${order ? sql`ORDER BY ${order}` : sql``} LIMIT ${sql.lit(limit)})`,
  );
  const found = await sql<NameRow>`
    SELECT s.subject_id, s.folded, s.core, s.activity, s.name, s.current_name, s.uscc, s.kind, k.by, k.parts
    FROM (SELECT subject_id, folded, min(by) AS by, bit_or(1 << part) AS parts
      FROM (${sql.join(branches, sql` UNION ALL `)}) AS found GROUP BY subject_id, folded) AS k
    CROSS JOIN LATERAL (SELECT s.subject_id, s.folded, s.core, s.activity, s.name, s.current_name, s.uscc, s.kind
      FROM register.subjects s WHERE s.subject_id = k.subject_id AND s.folded = k.folded LIMIT 1) AS s
    WHERE s.activity > 0`.execute(db);
  const isCut = lookUps.some(
    ({ limit }, part) => found.rows.filter(({ parts }) => (parts & (1 << (part % PARTS))) !== 0).length >= limit,
  );
  return { names: found.rows.map(toName), cut: isCut };
}

function readsLike({ initials, syllables, place }: PinyinReading): RawBuilder<unknown> {
  const read = syllables === "" ? sql`` : sql`AND s.pinyin LIKE ${`% ${escaped(syllables)}%`}`;
  return sql`s.searchable AND s.pinyin LIKE ${begins(initials)} ${read} ${holdsPlace(place)}`;
}

function holdsGrams(grams: readonly number[], place: string | null): RawBuilder<unknown> {
  return sql`s.grams @> ${place === null ? [...grams] : [...grams, placeGram(place)]}::integer[]`;
}

function holdsPlace(place: string | null): RawBuilder<unknown> {
  return place === null ? sql`` : sql`AND s.folded LIKE ${`%${escaped(place)}%`}`;
}

function begins(text: string): string {
  return `${escaped(text)}%`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

function toName(row: NameRow): FoundName {
  const { subject_id: subjectId, folded, core, activity, name, uscc, kind, by } = row;
  return { subjectId, folded, core, activity, name, currentName: row.current_name ?? name, uscc, kind, by };
}
