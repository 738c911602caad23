/** Divisions as names and people write them. Pure; from data/place-names.json and data/divisions.json. */
import divisions from "../../../data/divisions.json" with { type: "json" };
import placeNames from "../../../data/place-names.json" with { type: "json" };
import { foldName } from "./name.rules.ts";

interface Place {
  readonly short: string;
  /** 1 province, 2 prefecture, 3 county, 4 below. */
  readonly level: number;
  /** Of the city whose register this is, or what it lies in: data/divisions.json. */
  readonly isOwn: boolean;
}

const places = new Map<string, Place[]>();
/** Length of the longest place that begins, or ends, with a character. */
const longestFrom = new Map<string, number>();
const longestTo = new Map<string, number>();

function addPlace(form: string, place: Place): void {
  const folded = foldName(form);
  const known = places.get(folded);
  if (!known) places.set(folded, [place]);
  else if (!known.some(({ level }) => level === place.level)) known.push(place);
  const [first, last] = [folded.slice(0, 1), folded.slice(-1)];
  longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, folded.length));
  longestTo.set(last, Math.max(longestTo.get(last) ?? 0, folded.length));
}

/** Counties without what they are, 下陆 for 下陆区: as people type them, too many other words to split names by. */
const bareCounties = new Set<string>();
let longestBare = 0;

function addBareCounty(name: string): void {
  const bare = name.replace(/[市县区旗]$/u, "");
  if (bare.length < 2 || bare === name || places.has(bare)) return;
  bareCounties.add(bare);
  longestBare = Math.max(longestBare, bare.length);
}

const near = new Set(divisions.divisions.map(({ name }) => name.zh));
const isNear = (name: string): boolean => near.has(name);

/** A county or town goes by its full name only, else half of all words would be places; cities and provinces by both. */
function addPlaces(): void {
  for (const { name, short, cities, counties } of placeNames.provinces) {
    addPlace(name, { short, level: 1, isOwn: isNear(name) });
    addPlace(short, { short, level: 1, isOwn: isNear(name) });
    for (const city of cities.split(" ").filter((one) => one !== "")) {
      const [full = "", given] = city.split("=");
      const bare = given ?? full.replace(/(?:市|地区|盟)$/u, "");
      const place = { short: bare.length >= 2 ? bare : full, level: 2, isOwn: isNear(full) };
      addPlace(full, place);
      addPlace(place.short, place);
      if (given !== undefined) addPlace(`${given}州`, place);
    }
    for (const county of counties.split(" ").filter((one) => one !== "")) {
      addPlace(county, { short: county, level: 3, isOwn: false });
      addBareCounty(county);
    }
  }
  // The city's own counties are called by their short names every day.
  for (const { code, name, standard } of divisions.divisions) {
    const level = code.length > 6 ? 4 : 3;
    if (code.endsWith("00") || name.zh === "市辖区") continue;
    const bare = name.zh.replace(/[市县]$/u, "");
    const isOwn = standard && level === 3 && bare !== name.zh && bare.length >= 2;
    const place = { short: isOwn ? bare : name.zh, level, isOwn: true };
    // Their own entry replaces the county's general one.
    places.delete(name.zh);
    addPlace(name.zh, place);
    if (isOwn) addPlace(bare, place);
    else if (level === 3) addBareCounty(name.zh);
  }
}
addPlaces();

export interface Named {
  readonly region: readonly string[];
  /** Characters that the places take up. */
  readonly length: number;
}

/** Places in front, each narrower than the one before: 湖北省 黄石市 大冶市. Leaves a core, or names no place. */
export function placesInFront(text: string, smallestCore: number): Named {
  const region: string[] = [];
  let [length, level] = [0, 0];
  for (;;) {
    const found = longestPlaceAt(text, length, level, text.length - length - smallestCore);
    if (found === null) return { region, length };
    region.push(found.place.short);
    length += found.length;
    ({ level } = found.place);
  }
}

function longestPlaceAt(
  text: string,
  from: number,
  above: number,
  atMost: number,
): { readonly place: Place; readonly length: number } | null {
  for (let length = Math.min(longestFrom.get(text.slice(from, from + 1)) ?? 0, atMost); length >= 2; length--) {
    const place = places.get(text.slice(from, from + length))?.find(({ level }) => level > above);
    if (place) return { place, length };
  }
  return null;
}

/** A place at the end, where brackets stood: 宏雅物业（黄石）. */
export function placeBehind(text: string, smallestCore: number): Named | null {
  const longest = longestTo.get(text.slice(-1)) ?? 0;
  for (let length = Math.min(longest, text.length - smallestCore); length >= 2; length--) {
    const place = places.get(text.slice(-length))?.[0];
    if (place) return { region: [place.short], length };
  }
  return null;
}

/** Every form in which a place is named, with its short name and whether it is one of the city's own. */
export function* listPlaces(): Generator<{ readonly form: string; readonly short: string; readonly isOwn: boolean }> {
  for (const [form, named] of places) for (const { short, isOwn } of named) yield { form, short, isOwn };
}

/** A county that a text may begin with by its bare name (下陆 for 下陆区) and what follows it, or null. */
export function bareCountyInFront(folded: string): { readonly county: string; readonly rest: string } | null {
  for (let length = Math.min(longestBare, folded.length - 1); length >= 2; length--) {
    const county = folded.slice(0, length);
    if (bareCounties.has(county)) return { county, rest: folded.slice(length) };
  }
  return null;
}

/** The short name of a place that is all of a text (黄石市 → 黄石), or null. */
export function placeNamed(folded: string): string | null {
  return places.get(folded)?.[0]?.short ?? null;
}

/** Whether a text is a county's bare name: 下陆. */
export function isBareCounty(folded: string): boolean {
  return bareCounties.has(folded);
}
