import type { TextField } from "../../catalogue-item.ts";
import { ABSENT, INVALID, type CellReader } from "./reading.ts";
import { maskPersonalNumbers } from "../../personal-numbers/mask-personal-numbers.ts";
import { cleanText } from "./clean-text.ts";
import { isRounded } from "./read-identifier.ts";

/** Characters beyond four times a field's length after which a text is too long whatever it holds. */
const SLACK = 10_000;

/** Text as written, tidied of what nobody sees. */
export function textReader(field: TextField): CellReader {
  return (text, kind, note) => {
    // Spaces may go, but nobody writes hundreds of times the length of a field in spaces.
    if (text.length > field.maxLength * 4 + SLACK) {
      note("text-too-long");
      return INVALID;
    }
    const clean = cleanText(text, field.multiline);
    if (clean === null) {
      note("text-unreadable");
      return INVALID;
    }
    if (clean === "") return ABSENT;
    if (kind === "number" && isRounded(clean, kind)) {
      note("number-rounded-by-excel");
      return INVALID;
    }
    // Length counts characters as people do; a character outside the basic plane is one.
    if (clean.length > field.maxLength && [...clean].length > field.maxLength) {
      note("text-too-long");
      return INVALID;
    }
    // Names are searched and listed as they stand, so a number of a person cannot be masked in them.
    if (field.role === "subject-name" && maskPersonalNumbers(clean).found.length > 0) {
      note("name-holds-number");
      return INVALID;
    }
    if (clean !== text) note("text-tidied");
    return clean;
  };
}
