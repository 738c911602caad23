import { loadLaw } from "../app/law.ts";
import { parseLocalDate, type LocalDate } from "../kernel/time.ts";
import { readConfig } from "../platform/config.ts";
import { readArguments, readValues, UsageError } from "./usage.ts";

/** `mingxin deadline DATE…`: last day of the publication term of decisions made on these days. */
export async function deadlineCommand(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = readArguments(args, { json: { type: "boolean", default: false } });
  const dates = await readValues(positionals);
  if (dates.length === 0) throw new UsageError("用法 usage: mingxin deadline DATE… [--json]");
  const law = await loadLaw(readConfig(process.env, process.cwd()).lawDirectory);
  const faults: string[] = [];
  const deadlines: { from: LocalDate; due: LocalDate }[] = [];
  for (const text of dates) {
    const from = parseLocalDate(text.trim());
    const term = from ? law.usualDeadline(from) : null;
    if (!from || !term) faults.push(`${text}: 不是日期，应为 YYYY-MM-DD (not a date, should be YYYY-MM-DD)`);
    else if ("missing" in term)
      faults.push(`${from}: 缺少工作日历，请补充 ${term.missing} (no calendar; add ${term.missing})`);
    else deadlines.push({ from, due: term.due });
  }
  if (values.json)
    process.stdout.write(`${JSON.stringify({ deadlines, ...(faults.length > 0 ? { errors: faults } : {}) })}\n`);
  else
    for (const entry of deadlines)
      process.stdout.write(positionals.length === 1 ? `${entry.due}\n` : `${entry.from} → ${entry.due}\n`);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return faults.length === 0;
}
