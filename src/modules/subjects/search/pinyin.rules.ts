/** How names are read: syllables without tone, one reading a character; and what somebody meant who typed letters. Pure. */
import characters from "../../../../data/characters.json" with { type: "json" };
import { listPlaces } from "../place-names.rules.ts";

/** Most ways of cutting one text into syllables that are followed. */
const MOST_CUTS = 4;
const LONGEST_SYLLABLE = 6;

const syllableOf = new Map<string, string>();
for (const [syllable, read] of Object.entries(characters.readings))
  for (const character of read) syllableOf.set(character, syllable);
const syllables: ReadonlySet<string> = new Set(Object.keys(characters.readings));
const syllableStarts: ReadonlySet<string> = new Set(
  [...syllables].flatMap((syllable) => Array.from(syllable, (_, at) => syllable.slice(0, at + 1))),
);

/** A text of characters as it is read; what has no reading stays, in lower case. */
function readText(text: string): { readonly initials: string; readonly syllables: string } {
  let [initials, read] = ["", ""];
  for (const character of text) {
    const syllable = syllableOf.get(character) ?? character.toLowerCase();
    initials += syllable.slice(0, 1);
    read += syllable;
  }
  return { initials, syllables: read };
}

/** The column `pinyin` of a core: `hyjc hongyajiancai`. One index serves initials and, behind them, syllables. */
export function pinyinOf(core: string): string {
  const read = readText(core);
  return `${read.initials} ${read.syllables}`;
}

/** What letters may stand for: initials that the name begins with, syllables that it begins with, a place in it. */
export interface PinyinReading {
  readonly initials: string;
  readonly syllables: string;
  readonly place: string | null;
}

interface ReadPlaces {
  readonly bySyllables: ReadonlyMap<string, string>;
  /** The city's own only: two letters stand for too many others. */
  readonly ownByInitials: ReadonlyMap<string, string>;
}

let readPlaces: ReadPlaces | null = null;

/** Places as they are read; made when somebody first types letters. */
function placesAsRead(): ReadPlaces {
  if (readPlaces !== null) return readPlaces;
  const [bySyllables, ownByInitials] = [new Map<string, string>(), new Map<string, string>()];
  for (const { form, short, isOwn } of listPlaces()) {
    const read = readText(form);
    if (!bySyllables.has(read.syllables) || isOwn) bySyllables.set(read.syllables, short);
    if (isOwn && !ownByInitials.has(read.initials)) ownByInitials.set(read.initials, short);
  }
  return (readPlaces = { bySyllables, ownByInitials });
}

/**
 * Readings of what was typed in letters: `xinyuan`, `huangshi xinyuan`, `xy`, `hsxy`. The last syllable may be unfinished.
 * Empty where the text is not in letters.
 */
export function readPinyin(text: string): readonly PinyinReading[] {
  const letters = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s'’·-]/gu, "")
    .replaceAll("ü", "v");
  if (!/^[a-z]{2,60}$/.test(letters)) return [];
  const readings = readingsOf(letters, null);
  const { bySyllables, ownByInitials } = placesAsRead();
  for (let length = 2; length < letters.length; length++) {
    const [start, rest] = [letters.slice(0, length), letters.slice(length)];
    const place = bySyllables.get(start);
    if (place !== undefined) readings.push(...readingsOf(rest, place));
    const own = ownByInitials.get(start);
    if (own !== undefined && rest.length >= 2) readings.push({ initials: rest, syllables: "", place: own });
  }
  return readings;
}

function readingsOf(letters: string, place: string | null): PinyinReading[] {
  const cuts = cutSyllables(letters);
  const readings: PinyinReading[] = [...new Set(cuts)].map((initials) => ({ initials, syllables: letters, place }));
  if (letters.length >= 2 && letters.length <= 12) readings.push({ initials: letters, syllables: "", place });
  return readings;
}

/** The initials of each way to cut letters into syllables, of which the last may be unfinished. */
function cutSyllables(letters: string): string[] {
  const found: string[] = [];
  const cut = (from: number, initials: string): void => {
    if (found.length >= MOST_CUTS) return;
    const rest = letters.slice(from);
    const all = initials + rest.slice(0, 1);
    if (rest.length <= LONGEST_SYLLABLE && syllableStarts.has(rest)) found.push(all);
    for (let length = Math.min(LONGEST_SYLLABLE, rest.length - 1); length >= 1; length--)
      if (syllables.has(rest.slice(0, length))) cut(from + length, all);
  };
  cut(0, "");
  return found;
}
