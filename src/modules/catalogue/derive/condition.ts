import type { Condition, FieldValue } from "../catalogue-item.ts";

/** Whether a condition holds; null where its field could not be read, so that nothing follows from it. */
export type CompiledCondition = (values: readonly (FieldValue | undefined)[], invalid: Uint8Array) => boolean | null;

/** @param indexOf the place of a field in the arrays of values */
export function compileCondition(condition: Condition, indexOf: (key: string) => number): CompiledCondition {
  const at = indexOf(condition.field);
  const allowed = condition.in ? new Set(condition.in) : null;
  const excluded = condition.notIn ? new Set(condition.notIn) : null;
  return (values, invalid) => {
    if (invalid[at] === 1) return null;
    const value = values[at];
    if (condition.present !== undefined && condition.present !== (value !== undefined)) return false;
    if (allowed && !hasAny(value, allowed)) return false;
    return !(excluded && hasAny(value, excluded));
  };
}

/** Open-ended values (其他-…) count as their base value. */
function hasAny(value: FieldValue | undefined, wanted: ReadonlySet<string>): boolean {
  if (value === undefined || typeof value === "number") return false;
  if (typeof value !== "string") return value.some((entry) => hasAny(entry, wanted));
  if (wanted.has(value)) return true;
  const dash = value.indexOf("-");
  return dash > 0 && wanted.has(value.slice(0, dash));
}
