import type { IdentifierField, IdentifierScheme } from "../../catalogue-item.ts";
import type { CellInput } from "../../cell-input.ts";
import { COMPARE } from "../../identifiers/checked-identifier.ts";
import { checkIdentifier } from "../../identifiers/check-identifier.ts";
import { ABSENT, INVALID, NO_CODE, type CellReader } from "./reading.ts";

const CANONICAL = /^[0-9A-Z]+$/;
const SPACES = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;

/** Codes are half width, upper case, without spaces and hyphens. */
function compact(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(SPACES, "")
    .replace(/^'/, "")
    .replaceAll(/[-‐‑‒–—−]/g, "")
    .toUpperCase();
}

/** Free-form certificate numbers keep their signs: 鄂黄社证字第0001号, A-12. */
function freeForm(text: string): string {
  return text.normalize("NFKC").replaceAll(SPACES, "").replace(/^'/, "");
}

const FOLDS = {
  uscc: compact,
  "organisation-code": compact,
  "registration-number": compact,
  "tax-number": compact,
  "institution-certificate": freeForm,
  "social-organisation-certificate": freeForm,
} satisfies Record<IdentifierScheme, (text: string) => string>;

/** A spreadsheet keeps 15 digits of a number; what comes after them is made up, so the code cannot be known any more. */
export function isRounded(text: string, kind: CellInput["kind"]): boolean {
  if (/^\d(\.\d+)?E\+\d+$/i.test(text.trim())) return true;
  return kind === "number" && text.replaceAll(/\D/g, "").replace(/^0+/, "").length > 15;
}

export function identifierReader(field: IdentifierField): CellReader {
  const fold = FOLDS[field.scheme];
  const placeholders = new Set(field.placeholders.flatMap((text) => [text, fold(text)]));
  return (text, kind, note) => {
    const code = CANONICAL.test(text) ? text : fold(text);
    if (code === "") return ABSENT;
    if (kind !== "text" || text.includes("+")) {
      if (isRounded(text, kind)) {
        note("number-rounded-by-excel");
        return INVALID;
      }
    }
    if (placeholders.has(code)) {
      note("identifier-placeholder");
      return NO_CODE;
    }
    const checked = checkIdentifier(field.scheme, code);
    if (!checked.valid) {
      note({ code: checked.reason, message: checked.message, remedy: checked.remedy });
      return INVALID;
    }
    if (checked.value !== text) note("identifier-form");
    for (const { code: reason, message } of checked.warnings)
      note({ code: reason, severity: "warning", message, remedy: COMPARE });
    return checked.value;
  };
}
