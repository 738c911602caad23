import type { FormField } from "../../../../client/index.ts";

/** Field key to text, as somebody typed it. */
export type Cells = Readonly<Record<string, string>>;

type Condition = Exclude<FormField["forbidden"], null>;

/** Whether a condition holds on what was typed so far; an explained value (其他-…) counts as its base value. */
function holds(condition: Condition, cells: Cells, separator: string): boolean {
  const text = cells[condition.field] ?? "";
  const values = text === "" ? [] : text.split(separator);
  const hasAny = (wanted: readonly string[]): boolean =>
    values.some((value) => wanted.includes(value) || wanted.includes(value.split("-")[0] ?? ""));
  if (condition.present !== undefined && condition.present !== values.length > 0) return false;
  if (condition.in && !hasAny(condition.in)) return false;
  return !(condition.notIn && hasAny(condition.notIn));
}

/** What a field asks now: it is left out while it must be blank. */
export function demandOf(
  field: FormField,
  cells: Cells,
  separatorOf: (key: string) => string,
): "required" | "optional" | "left-out" {
  const isHeld = (condition: Condition): boolean => holds(condition, cells, separatorOf(condition.field));
  if (field.forbidden && isHeld(field.forbidden)) return "left-out";
  const { required } = field;
  return (typeof required === "boolean" ? required : isHeld(required)) ? "required" : "optional";
}

/** An option of a list and the explanation behind it: 其他-军官证. */
export function parseChoice(
  text: string,
  options: readonly { readonly value: string; readonly openEnded: boolean }[],
): { readonly value: string; readonly explanation: string } {
  if (options.some(({ value }) => value === text)) return { value: text, explanation: "" };
  const open = options.find(({ value, openEnded }) => openEnded && text.startsWith(`${value}-`));
  return open
    ? { value: open.value, explanation: text.slice(open.value.length + 1) }
    : { value: text, explanation: "" };
}

export function writeChoice(value: string, explanation: string): string {
  return explanation.trim() === "" ? value : `${value}-${explanation}`;
}

/** What may be kept in the browser: never the number of a person's paper. */
export function keepable(fields: readonly FormField[], cells: Cells): Record<string, string> {
  const kept = fields.filter(({ key, input }) => input.control !== "secret" && (cells[key] ?? "") !== "");
  return Object.fromEntries(kept.map(({ key }) => [key, cells[key] ?? ""]));
}

/** Roles that a form is filled in with from the reporter's own body. */
const OWN_NAME: readonly string[] = ["source-name", "authority-name"];
const OWN_CODE: readonly string[] = ["source-code", "authority-code"];

/** The cells of the next row: of the last only who decided and reported it. */
export function nextRow(
  fields: readonly FormField[],
  last: Cells,
  body: { readonly name: string; readonly uscc: string | null } | null,
): Record<string, string> {
  const next = fields.flatMap(({ key, role }) => {
    const isName = role !== null && OWN_NAME.includes(role);
    const isCode = role !== null && OWN_CODE.includes(role);
    if (!isName && !isCode) return [];
    const text = last[key] ?? (isName ? body?.name : body?.uscc) ?? "";
    return text === "" ? [] : [[key, text] as const];
  });
  return Object.fromEntries(next);
}
