import { escapeText } from "./raw-xml.ts";

/** A text in the form that the cells of a sheet hold, never a formula whatever it begins with. */
export function inlineText(text: string, prefix = ""): string {
  return `<${prefix}is><${prefix}t xml:space="preserve">${sheetText(text)}</${prefix}t></${prefix}is>`;
}

/**
 * Escaped for XML, and for Excel's own escapes: _x0041_ would be read as A (ECMA-376 part 1, 22.9.2.19), and characters
 * that XML has not are written that way.
 */
export function sheetText(text: string): string {
  const escaped = text
    .toWellFormed()
    .replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x")
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, (sign) => {
      return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
    });
  return escapeText(escaped);
}
