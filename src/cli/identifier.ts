import { identify } from "#catalogue";
import { readArguments, readValues, UsageError } from "./usage.ts";

/** `mingxin identifier VALUE…`: checks codes; lines of standard input may carry `kind<TAB>value`. */
export async function identifierCommand(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = readArguments(args, {
    json: { type: "boolean", default: false },
    kind: { type: "string" },
  });
  const given = await readValues(positionals);
  if (given.length === 0) throw new UsageError("用法 usage: mingxin identifier VALUE… [--kind KIND] [--json]");
  const identifiers = given.map((line) => {
    const tab = line.indexOf("\t");
    const kind = tab > 0 ? line.slice(0, tab).trim() : values.kind;
    const { reasonText, ...found } = identify(line.slice(tab + 1), kind === "" ? undefined : kind);
    return { ...found, explanation: reasonText };
  });
  if (values.json) process.stdout.write(`${JSON.stringify({ identifiers })}\n`);
  else {
    for (const found of identifiers) {
      const verdict = found.valid ? "有效 valid" : `无效 invalid: ${found.explanation?.zh ?? found.reason ?? ""}`;
      const repairs = found.repairs.length > 0 ? `；可能是 perhaps: ${found.repairs.join(", ")}` : "";
      process.stdout.write(`${found.value}\t${found.kind ?? "-"}\t${verdict}${repairs}\n`);
    }
  }
  return identifiers.every((found) => found.valid);
}
