import { serve } from "../app/supervise.ts";
import { readConfig } from "../platform/config.ts";
import { readArguments, UsageError } from "./usage.ts";

/** `mingxin serve`: runs the platform until it is stopped. */
export async function serveCommand(args: readonly string[]): Promise<boolean> {
  if (readArguments(args, {}).positionals.length > 0) throw new UsageError("用法 usage: mingxin serve");
  await serve(readConfig(process.env, process.cwd()));
  return true;
}
