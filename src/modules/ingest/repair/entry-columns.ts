import { entryForm, type Catalogue, type CatalogueItem, type FormControl } from "#catalogue";
import type { Text } from "../../../kernel/text.ts";
import type { ShownColumn } from "../annotate/show-rows.ts";
import type { Batch } from "../batch.ts";

/** A column with how its cells are entered. */
export interface EntryColumn extends ShownColumn {
  readonly input: FormControl["control"];
  readonly help: Text | null;
  /** What a cell of a list may hold, as it is written in files; empty where anything may. */
  readonly options: readonly { readonly value: string; readonly label: Text }[];
}

/**
 * Adds to the columns of a batch how the catalogue enters their fields. Cells that a source fills with codes of its own are
 * entered as text, since its file is read by these.
 */
export function entryColumns(
  catalogue: Catalogue,
  { item, edition, profile }: Pick<Batch, "item" | "edition" | "profile">,
  columns: readonly ShownColumn[],
): readonly EntryColumn[] {
  const known = catalogue.getItem(item, edition);
  if (!known) throw new Error(`no edition ${edition} of ${item}`);
  const ownCodes = profileCodes(catalogue, known, profile);
  const fields = entryForm(catalogue, known).groups.flatMap((group) => group.fields);
  return columns.map((column): EntryColumn => {
    const field = fields.find(({ key }) => key === column.field);
    if (!field) return { ...column, input: "line", help: null, options: [] };
    const { input, help } = field;
    if (input.control !== "select" || ownCodes.has(field.key))
      return { ...column, input: input.control === "select" ? "line" : input.control, help, options: [] };
    const options = input.options.map(({ label }) => ({ value: label.zh, label }));
    return { ...column, input: "select", help, options };
  });
}

function profileCodes(catalogue: Catalogue, item: CatalogueItem, profile: string | null): ReadonlySet<string> {
  const known = profile === null ? null : catalogue.findProfile(item, profile);
  return new Set(Object.keys(known?.codes ?? {}));
}
