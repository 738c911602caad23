/** What somebody asks for when he types into the search field. Pure. */
import { foldName } from "../name.rules.ts";
import { splitName } from "../name-parts.rules.ts";
import { bareCountyInFront } from "../place-names.rules.ts";
import { readPinyin, type PinyinReading } from "./pinyin.rules.ts";

/** A query as place and core; where it may be read in two ways, there are two. */
export interface QueryReading {
  /** The narrowest place named, by its short name; a name must hold it. */
  readonly place: string | null;
  /** Word and trade, without place and legal form; what a name is found by. */
  readonly core: string;
}

export interface SearchQuery {
  readonly folded: string;
  /** The likelier first. */
  readonly readings: readonly [QueryReading, ...QueryReading[]];
  /** Whether a legal form followed, so that the core is known to end where it does. */
  readonly ends: boolean;
  /** The core without what may be the beginning of a legal form that is being typed, or null. */
  readonly shorterCore: string | null;
  /** Beginning of a credit code, from eight characters on. */
  readonly code: string | null;
  readonly pinyin: readonly PinyinReading[];
}

/** Beginnings of legal forms, as they stand at the end of a name that is being typed. */
const UNFINISHED_FORM = /(?:有限责任公|有限责任|有限责|有限公|有限|有|股份有限公|股份有限|股份有|股份|股)$/u;
const SHORTEST_CODE = 8;

/** Reads a query, or null where nothing is left of it. */
export function parseSearch(text: string): SearchQuery | null {
  const folded = foldName(text.slice(0, 200)).slice(0, 100);
  if (folded === "") return null;
  const { region, core, legalForm, branch } = splitName(folded, { smallestCore: 1 });
  const hasForm = legalForm !== "" || branch !== "";
  const shorter = hasForm ? core : core.replace(UNFINISHED_FORM, "");
  const isCode = folded.length >= SHORTEST_CODE && /^[0-9A-Z]{8,18}$/.test(folded) && /\d/.test(folded);
  const readings: [QueryReading, ...QueryReading[]] = [{ place: region.at(-1) ?? null, core }];
  // What looks like a place may be the firm's own word: 山西 in 黄石市山西新材料厂.
  if (region.length > 0)
    readings.push({ place: null, core: folded.slice(0, folded.length - legalForm.length - branch.length) });
  const county = bareCountyInFront(folded);
  // One character behind it would be half the register.
  if (county !== null) {
    const rest = splitName(county.rest, { smallestCore: 1 });
    if (rest.region.length === 0 && rest.core.length >= 2) readings.push({ place: county.county, core: rest.core });
  }
  return {
    folded,
    readings,
    ends: legalForm !== "" && branch === "",
    shorterCore: shorter !== core && shorter.length >= 2 ? shorter : null,
    code: isCode ? folded : null,
    pinyin: readPinyin(text),
  };
}
