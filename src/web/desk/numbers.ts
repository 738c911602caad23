import { formatInstant, parseInstant } from "../../kernel/time.ts";
import type { Language } from "../../kernel/text.ts";

const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** A count with groups of three digits. */
export function count(value: number): string {
  return WHOLE.format(value);
}

/** Bytes as people read them, e.g. 3.4 MB. */
export function bytes(value: number): string {
  if (value < 1000) return `${value} B`;
  const steps = ["kB", "MB", "GB"];
  let size = value / 1000;
  let step = 0;
  while (size >= 1000 && step < steps.length - 1) {
    size /= 1000;
    step += 1;
  }
  return `${size.toFixed(size < 10 ? 1 : 0)} ${steps[step] ?? ""}`;
}

/** A share as a percentage with one decimal; rounded down, so that 100 % means all. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`;
}

/** A span of seconds in words. */
export function span(seconds: number, language: Language): string {
  const whole = Math.max(1, Math.round(seconds));
  const minutes = Math.round(whole / 60);
  if (language === "zh") return whole < 90 ? `${whole} 秒` : `${minutes} 分钟`;
  return whole < 90 ? `${whole} s` : `${minutes} min`;
}

/** A moment in the city's zone, to the minute; as it came where it is none. */
export function moment(text: string): string {
  const instant = parseInstant(text);
  return instant === null ? text : formatInstant(instant);
}
