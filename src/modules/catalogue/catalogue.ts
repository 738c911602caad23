import type { LocalDate } from "../../kernel/time.ts";
import type { Body, CatalogueItem, CodeList, SourceProfile } from "./catalogue-item.ts";
import type { Duty } from "./duties/duty.ts";

/** The whole catalogue as it was loaded; never changes while a process runs. */
export interface Catalogue {
  /** All editions of all items, by item code, then edition. */
  readonly items: readonly CatalogueItem[];
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly bodies: ReadonlyMap<string, Body>;
  /** Which body owes which item how often. */
  readonly duties: readonly Duty[];
  /** Folded words that mean "nothing". */
  readonly emptyWords: ReadonlySet<string>;
  /** The edition that rows handed in on a day are judged by, or null. */
  editionInForce(item: string, date: LocalDate): CatalogueItem | null;
  getItem(item: string, edition: number): CatalogueItem | null;
  findProfile(item: CatalogueItem, profile: string): SourceProfile | null;
  /** The body that bore this name, or a known form of it, on that day; else one that bore it at any time; else null. */
  findBody(name: string, date: LocalDate): Body | null;
  /** Hex SHA-256 of the canonical JSON of an edition, for noticing that a file was changed under its number. */
  digest(item: CatalogueItem): string;
}

/** Builds the look-ups over checked data. */
export function buildCatalogue(parts: {
  readonly items: readonly CatalogueItem[];
  readonly codes: ReadonlyMap<string, CodeList>;
  readonly bodies: ReadonlyMap<string, Body>;
  readonly duties: readonly Duty[];
  readonly emptyWords: ReadonlySet<string>;
  readonly digests: ReadonlyMap<string, string>;
}): Catalogue {
  const items = parts.items.toSorted((a, b) => (a.item < b.item ? -1 : a.item > b.item ? 1 : a.edition - b.edition));
  const byName = indexBodies(parts.bodies);
  return {
    items,
    codes: parts.codes,
    bodies: parts.bodies,
    duties: parts.duties,
    emptyWords: parts.emptyWords,
    editionInForce: (item, date) =>
      items.findLast(
        (entry) =>
          entry.item === item &&
          entry.effectiveFrom <= date &&
          (entry.effectiveTo === null || date <= entry.effectiveTo),
      ) ?? null,
    getItem: (item, edition) => items.find((entry) => entry.item === item && entry.edition === edition) ?? null,
    findProfile: (item, profile) => item.profiles.find((entry) => entry.profile === profile) ?? null,
    findBody: (name, date) => {
      const candidates = byName.get(foldBodyName(name)) ?? [];
      return candidates.find((body) => existedOn(body, date)) ?? candidates.at(-1) ?? null;
    },
    digest: (item) => {
      const digest = parts.digests.get(`${item.item}@${item.edition}`);
      if (digest === undefined) throw new Error(`${item.item} edition ${item.edition} is not of this catalogue`);
      return digest;
    },
  };
}

function existedOn(body: Body, date: LocalDate): boolean {
  return (body.validFrom === null || body.validFrom <= date) && (body.validTo === null || date <= body.validTo);
}

function foldBodyName(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s/gu, "");
}

function indexBodies(bodies: ReadonlyMap<string, Body>): ReadonlyMap<string, readonly Body[]> {
  const index = new Map<string, Body[]>();
  for (const body of bodies.values()) {
    for (const name of new Set([body.name.zh, body.name.en, ...body.aliases].map(foldBodyName))) {
      index.set(name, [...(index.get(name) ?? []), body]);
    }
  }
  return index;
}
