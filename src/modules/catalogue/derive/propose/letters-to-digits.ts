const DIGITS: Readonly<Record<string, string>> = { O: "0", o: "0", 〇: "0", "○": "0", I: "1", l: "1", "|": "1" };

/** Letters that are typed or read for digits. For values that have digits only; a name keeps its letters. */
export function lettersToDigits(text: string): string {
  return text.replaceAll(/[Oo〇○Il|]/g, (letter) => DIGITS[letter] ?? letter);
}
