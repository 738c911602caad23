import type { CatalogueItem, SourceProfile } from "../catalogue-item.ts";

/** Which header carries which field. */
export interface HeaderIndex {
  /** The field under a header as a file has it; "ignored" where the profile says so; null when nobody knows it. */
  find(header: string): { readonly field: string } | "ignored" | null;
}

/**
 * Brings headers that mean the same to one form: NFKC, letters and digits only, lower case. "行政相对人代码_1（统一社会信用代码）"
 * and "行政相对人代码_1 统一社会信用代码" become equal, and so do a required mark or a line break within a header.
 */
export function foldHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** All names under which files carry a field of this item: key, titles, aliases. */
export function headersOf(field: CatalogueItem["fields"][number]): readonly string[] {
  return [field.key, field.title.zh, field.title.en, ...field.aliases];
}

/**
 * With a profile only its own columns count, unless it says otherwise: a source's table may use a known header with
 * another meaning.
 */
export function headerIndex(item: CatalogueItem, profile: SourceProfile | null): HeaderIndex {
  const fields = new Map<string, string>();
  const gates = profile?.gates?.flatMap((gate) => gate.headers) ?? [];
  const ignored = new Set([...(profile?.ignored ?? []), ...gates].map(foldHeader));
  if (!profile || profile.itemHeaders === true)
    for (const field of item.fields) for (const header of headersOf(field)) fields.set(foldHeader(header), field.key);
  for (const [header, key] of Object.entries(profile?.columns ?? {})) fields.set(foldHeader(header), key);
  return {
    find: (header) => {
      const folded = foldHeader(header);
      const field = fields.get(folded);
      if (field !== undefined) return { field };
      return ignored.has(folded) ? "ignored" : null;
    },
  };
}

/** Headers of a source that must stand in a table before its profile is proposed. */
const RECOGNISED_FROM = 3;

/** The profile of the item by whose source the table seems to be made, from its headers; null where none is near. */
export function proposeProfile(item: CatalogueItem, headers: readonly string[]): SourceProfile | null {
  const given = new Set(headers.map(foldHeader));
  const near = item.profiles.filter((profile) => {
    const marks = new Set((profile.recognisedBy ?? []).map(foldHeader));
    return [...marks].filter((mark) => given.has(mark)).length >= RECOGNISED_FROM;
  });
  return near[0] ?? null;
}

/** What to tell a reporter whose table looks like one of this profile. */
export function proposalOf(profile: SourceProfile): { readonly zh: string; readonly en: string } {
  return {
    zh: `表头是“${profile.title.zh}”的格式，请选择来源方案 ${profile.profile}（--source ${profile.profile}）重新报送`,
    en: `The headers are those of “${profile.title.en}”: choose the source profile ${profile.profile} (--source ${profile.profile}) and send it again`,
  };
}
