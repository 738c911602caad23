import type { MoneyField } from "../../catalogue-item.ts";
import type { CellInput } from "../../cell-input.ts";
import { INVALID, ZERO, type CellReader } from "./reading.ts";

/** Decimal places between a unit and 分 (0.01 yuan). */
const PLACES: ReadonlyMap<string, number> = new Map([
  ["元", 2],
  ["圆", 2],
  ["千元", 5],
  ["万", 6],
  ["万元", 6],
  ["亿", 10],
  ["亿元", 10],
]);
const FIELD_PLACES = { yuan: 2, "ten-thousand-yuan": 6 } satisfies Record<MoneyField["unit"], number>;

const AMOUNT =
  /^(?:人民币|RMB|CNY)?¥?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?(亿元|亿|万元|万|千元|元|圆)?整?(?:人民币)?$/;
const PLAIN = /^\d{1,9}(\.\d{1,6})?$/;

export type MoneyReading =
  | { readonly cents: number; readonly unit: "bare" | "own"; readonly form: "canonical" | "amount-form" }
  | { readonly fault: "amount-not-a-number" | "amount-negative" | "amount-too-precise" | "amount-too-large" };

/** Reads an amount into integer 分. `places` is the unit of a bare number. */
export function readMoney(written: string, kind: CellInput["kind"], places: number): MoneyReading {
  const canonical = PLAIN.test(written);
  const text = canonical ? written : written.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
  const parts = AMOUNT.exec(text);
  if (!parts) return { fault: "amount-not-a-number" };
  const unit = parts[4];
  const shift = PLACES.get(unit ?? "") ?? places;
  const whole = (parts[2] ?? "").replaceAll(",", "");
  const cents = shiftDecimals(whole, (parts[3] ?? ".").slice(1), shift, kind === "number");
  if (cents === null) return { fault: "amount-too-precise" };
  if (parts[1] === "-" && cents !== 0) return { fault: "amount-negative" };
  if (!Number.isSafeInteger(cents)) return { fault: "amount-too-large" };
  return { cents, unit: unit === undefined ? "bare" : "own", form: canonical ? "canonical" : "amount-form" };
}

/**
 * Moves the decimal point by text, since 0.07 × 10⁶ is not whole in binary. Null when something smaller than 分 is left;
 * a numeric cell may carry the noise of its own arithmetic (0.30000000000000004), which is rounded off.
 */
function shiftDecimals(whole: string, fraction: string, places: number, noisy: boolean): number | null {
  const rest = fraction.slice(places);
  const kept = Number(whole + fraction.slice(0, places).padEnd(places, "0"));
  if (!/[1-9]/.test(rest)) return kept;
  if (!noisy || whole.length + fraction.length < 15) return null;
  return /^[5-9]/.test(rest) ? kept + 1 : kept;
}

/** The unit that a header names, e.g. 罚款金额（元）; null where it names none. */
export function placesOfHeader(header: string): number | null {
  const unit = /(亿元|万元|千元|元)/.exec(header.normalize("NFKC"))?.[1];
  return PLACES.get(unit ?? "") ?? null;
}

/** The unit that a line above the table names; null where none does. */
export type UnitAbove = MoneyField["unit"] | null;

/** Why a bare number under this header would be a guess; null where its unit is certain. */
function unitFault(field: MoneyField, header: string, above: UnitAbove) {
  if (placesOfHeader(header) !== null) return null;
  if (above !== null) return above === field.unit ? null : "amount-unit-contradicted";
  // Keys (CF_NR_FK, fineAmount) are defined with their unit; a Chinese header is what somebody typed.
  return /^[\u0020-\u007E]*$/.test(header) ? null : "amount-unit-unstated";
}

export function moneyReader(field: MoneyField, header: string, above: UnitAbove): CellReader {
  const own = FIELD_PLACES[field.unit];
  const places = placesOfHeader(header) ?? own;
  const doubt = unitFault(field, header, above);
  return (text, kind, note) => {
    const reading = readMoney(text, kind, places);
    if ("fault" in reading) {
      note(reading.fault);
      return INVALID;
    }
    if (reading.cents === 0 && field.positive) return ZERO;
    if (doubt !== null && reading.unit === "bare" && reading.cents !== 0) {
      note(doubt);
      return INVALID;
    }
    if (reading.form !== "canonical") note("amount-form");
    else if (places !== own) note("amount-unit-of-header");
    return reading.cents;
  };
}
