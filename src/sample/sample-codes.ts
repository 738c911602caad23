const SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const BODY_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const SERIAL_SIGNS = 5;

/**
 * An invented credit code with right check digits (GB 32100-2015, GB 11714-1997): registration authority and kind, the
 * division, an organisation code `MAX` and a serial number.
 */
export function sampleUscc(prefix: "11" | "91" | "92" | "93", division: string, serial: number): string {
  const digits = Array.from(
    { length: SERIAL_SIGNS },
    (_, at) => SIGNS[Math.trunc(serial / 31 ** (SERIAL_SIGNS - 1 - at)) % 31],
  );
  const body = `MAX${digits.join("")}`;
  const rest = 11 - (weigh(body, BODY_WEIGHTS, (sign) => Number.parseInt(sign, 36)) % 11);
  const first17 = prefix + division + body + (rest === 10 ? "X" : String(rest % 11));
  const last = SIGNS[(31 - (weigh(first17, CODE_WEIGHTS, (sign) => SIGNS.indexOf(sign)) % 31)) % 31] ?? "";
  return first17 + last;
}

function weigh(text: string, weights: readonly number[], value: (sign: string) => number): number {
  return weights.reduce((sum, weight, at) => sum + weight * value(text.charAt(at)), 0);
}
