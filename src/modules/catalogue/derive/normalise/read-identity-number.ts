import type { IdentityNumberField } from "../../catalogue-item.ts";
import { checkIdentifier } from "../../identifiers/check-identifier.ts";
import { ABSENT, INVALID, type CellReader } from "./reading.ts";
import { isRounded } from "./read-identifier.ts";

const SPACES = /[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;
const LOOKS_LIKE_CITIZEN_ID = /^\d{17}[\dX]$|^\d{15}$/;

/** Which kind of paper the row names: 身份证, another one, or none. */
export type PaperKind = () => "citizen-id" | "other" | "unknown";

/** The number comes out in clear; who files the row encrypts it. */
export function identityNumberReader(field: IdentityNumberField, paper: PaperKind): CellReader {
  return (text, kind, note) => {
    const number = text.normalize("NFKC").replaceAll(SPACES, "").replace(/^'/, "").toUpperCase();
    if (number === "") return ABSENT;
    if (isRounded(text, kind)) {
      note("number-rounded-by-excel");
      return INVALID;
    }
    if (number.length > field.maxLength || !number.isWellFormed() || !/^[\p{L}\p{N}()/.-]+$/u.test(number)) {
      note("identity-number-form");
      return INVALID;
    }
    const named = paper();
    if (named === "citizen-id" || (named === "unknown" && LOOKS_LIKE_CITIZEN_ID.test(number))) {
      const checked = checkIdentifier("citizen-id", number);
      if (!checked.valid) {
        note({ code: checked.reason, message: checked.message, remedy: checked.remedy });
        return INVALID;
      }
      if (checked.value !== text) note("identifier-form");
      return checked.value;
    }
    if (number !== text) note("identifier-form");
    return number;
  };
}
