import type { IdentifierScheme } from "../../catalogue-item.ts";
import { USCC_ALPHABET } from "../../identifiers/check-digits.ts";
import { checkIdentifier } from "../../identifiers/check-identifier.ts";
import { foldIdentifier } from "../../identifiers/fold-identifier.ts";
import { checkUscc } from "../../identifiers/uscc.ts";
import { usccRepairs } from "../../identifiers/uscc-repairs.ts";
import { lettersToDigits } from "./letters-to-digits.ts";

const USCC_LENGTH = 18;
/** Candidates for the register to choose from; a person is shown far fewer. */
const MOST = 40;

/**
 * Right codes that a wrong one may have meant. For a credit code one slip is undone: a character or pair of neighbours
 * misread (18 characters), one left out (17), one too many (19); for the others letters typed for digits. Every
 * proposal holds its check digits. Several may, so a credit code is to be narrowed by the register and the name.
 */
export function proposeIdentifiers(scheme: IdentifierScheme, text: string): readonly string[] {
  const code = foldIdentifier(text);
  if (scheme === "uscc") return proposeUscc(code);
  const digits = lettersToDigits(code);
  return digits !== code && checkIdentifier(scheme, digits).valid ? [digits] : [];
}

function proposeUscc(code: string): readonly string[] {
  if (!/^[0-9A-Z]{17,19}$/.test(code)) return [];
  if (code.length === USCC_LENGTH) return usccRepairs(code);
  const found = new Set<string>();
  for (const candidate of code.length < USCC_LENGTH ? lengthened(code) : shortened(code)) {
    const checked = checkUscc(candidate);
    if (checked.valid && checked.warnings.length === 0) found.add(candidate);
    if (found.size === MOST) break;
  }
  return [...found];
}

/** A run of equal characters that lost one is likeliest, since eyes skip there. */
function* lengthened(code: string): Generator<string> {
  for (let at = 0; at < code.length; at += 1) yield code.slice(0, at) + code.charAt(at) + code.slice(at);
  for (let at = 0; at <= code.length; at += 1)
    for (const character of USCC_ALPHABET) yield code.slice(0, at) + character + code.slice(at);
}

function* shortened(code: string): Generator<string> {
  for (let at = 0; at < code.length; at += 1) yield code.slice(0, at) + code.slice(at + 1);
}
