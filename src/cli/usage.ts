import { parseArgs, type ParseArgsConfig } from "node:util";

/** The command line itself is wrong; exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** Reads a command's arguments strictly: an option that does not exist is an error, not ignored. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig["options"]>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Positional values; a lone "-" stands for the lines of standard input. */
export async function readValues(positionals: readonly string[]): Promise<string[]> {
  if (!(positionals.length === 1 && positionals[0] === "-")) return [...positionals];
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) text += String(chunk);
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
