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

/** With a profile only its own columns count: a source's table may use a known header with another meaning. */
export function headerIndex(item: CatalogueItem, profile: SourceProfile | null): HeaderIndex {
  const fields = new Map<string, string>();
  const ignored = new Set((profile?.ignored ?? []).map(foldHeader));
  if (profile) for (const [header, key] of Object.entries(profile.columns)) fields.set(foldHeader(header), key);
  else
    for (const field of item.fields) for (const header of headersOf(field)) fields.set(foldHeader(header), field.key);
  return {
    find: (header) => {
      const folded = foldHeader(header);
      const field = fields.get(folded);
      if (field !== undefined) return { field };
      return ignored.has(folded) ? "ignored" : null;
    },
  };
}
