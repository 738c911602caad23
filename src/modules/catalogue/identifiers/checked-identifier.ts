import type { Text } from "../../../kernel/text.ts";

/** Something about a right code that somebody should look at: stable code and the words for it. */
export interface IdentifierWarning {
  readonly code: string;
  readonly message: Text;
}

/** A code that is not right: the rule that it breaks by name, in words, and what to do. */
export interface FaultyIdentifier {
  readonly valid: false;
  readonly reason: string;
  readonly message: Text;
  readonly remedy: Text;
}

export interface RightIdentifier {
  readonly valid: true;
  /** The canonical form: half width, upper case, no spaces or hyphens. */
  readonly value: string;
  readonly warnings: readonly IdentifierWarning[];
}

/** A code that is right, in its canonical form, or why it is not. */
export type CheckedIdentifier = RightIdentifier | FaultyIdentifier;

const NO_WARNINGS: readonly IdentifierWarning[] = [];

export function right(value: string, warnings: readonly IdentifierWarning[] = NO_WARNINGS): RightIdentifier {
  return { valid: true, value, warnings };
}

export const COMPARE: Text = { zh: "按营业执照或登记证书核对", en: "Compare with the licence or certificate" };

/** The remedy is to compare with the paper, unless another one is given. */
export function faulty(reason: string, message: Text, remedy: Text = COMPARE): FaultyIdentifier {
  return { valid: false, reason, message, remedy };
}
