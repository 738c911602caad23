import { fieldWithRole, maskNumber, type Catalogue, type CatalogueItem, type RowValues } from "#catalogue";
import { foldName, isOtherScheme, isTelling, type OtherIdentifier } from "#subjects";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { open, type Keyring } from "../../platform/keyring.ts";
import type { StoredReview } from "./waiting-rows.store.ts";

/** A waiting row with its contents, as whoever judges it needs them. */
export interface OpenedRow {
  readonly item: CatalogueItem;
  readonly values: RowValues;
  /** Canonical JSON. */
  readonly payload: string;
  /** JSON of the identity numbers in clear; never leaves the process. */
  readonly identity: string | null;
  readonly row: number;
  readonly uscc: string | null;
  readonly identifiers: readonly OtherIdentifier[];
  readonly name: string;
  readonly folded: string;
  readonly operator: string | null;
  readonly decisionDate: LocalDate;
  readonly documentNumber: string;
}

/** Opens the sealed contents of a waiting row. */
export function openWaitingRow(
  { catalogue, keyring }: { readonly catalogue: Catalogue; readonly keyring: Keyring },
  review: Pick<StoredReview, "key" | "item" | "edition" | "sealed">,
): OpenedRow {
  const item = catalogue.getItem(review.item, review.edition);
  if (!item) throw new Error(`the catalogue lacks ${review.item} edition ${review.edition}`);
  const contents = parseContents(open(keyring, review.sealed, review.key).toString("utf8"));
  return { ...contents, ...readClaim(item, contents.values) };
}

/** Who and what a row's values say it concerns. */
export function readClaim(
  item: CatalogueItem,
  values: RowValues,
): Omit<OpenedRow, "values" | "payload" | "identity" | "row"> {
  const word = (role: Parameters<typeof fieldWithRole>[1]): string | null => {
    const key = fieldWithRole(item, role)?.key;
    const value = key === undefined ? undefined : values[key];
    return typeof value === "string" ? value : null;
  };
  let uscc: string | null = null;
  const identifiers: OtherIdentifier[] = [];
  for (const field of item.fields) {
    const value = values[field.key];
    if (field.role !== "subject-identifier" || field.type !== "identifier" || typeof value !== "string") continue;
    if (field.scheme === "uscc") uscc ??= value;
    else if (isOtherScheme(field.scheme) && isTelling({ scheme: field.scheme, value }))
      identifiers.push({ scheme: field.scheme, value });
  }
  const decisionDate = parseLocalDate(word("decision-date") ?? "");
  if (!decisionDate) throw new Error("a good row has its day of decision");
  const name = word("subject-name") ?? "";
  return {
    item,
    uscc,
    identifiers,
    name,
    folded: foldName(name),
    operator: word("legal-representative"),
    decisionDate,
    documentNumber: word("document-number") ?? "",
  };
}

/** The values as an authorised reader may see them: identity numbers masked. */
export function shownValues(opened: OpenedRow): Readonly<Record<string, unknown>> {
  const clear = opened.identity === null ? {} : parseObject(opened.identity);
  return Object.fromEntries(
    Object.entries(opened.values).map(([key, value]) => {
      const number = clear[key];
      return [key, typeof number === "string" ? maskNumber(number) : value];
    }),
  );
}

function parseContents(text: string): Pick<OpenedRow, "payload" | "identity" | "row" | "values"> {
  const { payload, identity, row } = parseObject(text);
  if (typeof payload !== "string" || typeof row !== "number") throw new Error("not the contents of a waiting row");
  return { payload, identity: typeof identity === "string" ? identity : null, row, values: parseValues(payload) };
}

function parseObject(text: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** Reads a stored payload as the values of its row. */
export function parseValues(payload: string): RowValues {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: intake printed it from a row's values
  return JSON.parse(payload) as RowValues;
}
