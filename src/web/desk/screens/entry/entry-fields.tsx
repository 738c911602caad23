import { useMemo, useState } from "react";
import type { EntryForm, FormField, RowTrial } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { demandOf, type Cells } from "./entry.rules.ts";
import { EntryField } from "./entry-field.tsx";
import { ENTRY_WORDS } from "./entry.words.ts";

interface FieldsProps {
  readonly form: EntryForm;
  readonly cells: Cells;
  /** What the cells were, where a record is corrected. */
  readonly before?: Cells;
  readonly findings: RowTrial["findings"];
  readonly read: RowTrial["read"];
  /** Everything is told, not only what was looked at: somebody tried to send it. */
  readonly telling: boolean;
  readonly onChange: (key: string, value: string) => void;
}

/** All fields of a form, those of the description alone. */
export function fieldsOf(form: EntryForm): readonly FormField[] {
  return form.groups.flatMap(({ fields }) => fields);
}

/** The separator of the values of a field; of one value where it is no list. */
function separatorsOf(form: EntryForm): (key: string) => string {
  const separators = new Map(
    fieldsOf(form).flatMap(({ key, input }) =>
      input.control === "checkboxes" ? [[key, input.separator] as const] : [],
    ),
  );
  return (key) => separators.get(key) ?? "\n";
}

/** What is sent of what was typed: fields that must be blank now are left out. */
export function cellsToSend(form: EntryForm, cells: Cells): Record<string, string> {
  const separatorOf = separatorsOf(form);
  const asked = fieldsOf(form).filter((field) => demandOf(field, cells, separatorOf) !== "left-out");
  return Object.fromEntries(asked.flatMap(({ key }) => (cells[key] ? [[key, cells[key]] as const] : [])));
}

/** The fields of a form in their groups; a field is shown while it may be filled, and told of once it was left. */
export function EntryFields({ form, cells, before, findings, read, telling, onChange }: FieldsProps) {
  const { pick } = useWords(ENTRY_WORDS);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const separatorOf = useMemo(() => separatorsOf(form), [form]);
  return form.groups.map((group) => {
    const asked = group.fields
      .map((field) => ({ field, demand: demandOf(field, cells, separatorOf) }))
      .filter(({ demand }) => demand !== "left-out");
    if (asked.length === 0) return null;
    return (
      <section key={group.key} className="entry-group" aria-label={pick(group.title)}>
        <h2>{pick(group.title)}</h2>
        <div className="entry-grid">
          {asked.map(({ field, demand }) => {
            const { key } = field;
            const value = cells[key] ?? "";
            const isTold = telling || left.has(key);
            const kept = read?.[key] ?? null;
            return (
              <EntryField
                key={key}
                field={field}
                value={value}
                required={demand === "required"}
                findings={isTold ? findings.filter((finding) => finding.field === key) : []}
                readAs={kept !== null && kept !== value ? kept : null}
                changed={before !== undefined && value !== (before[key] ?? "")}
                onChange={(next) => onChange(key, next)}
                onLeave={() => setLeft((known) => (known.has(key) ? known : new Set([...known, key])))}
              />
            );
          })}
        </div>
      </section>
    );
  });
}
