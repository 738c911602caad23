import { writeFile } from "node:fs/promises";
import { importTemplate } from "#catalogue";
import { loadLaw } from "../app/law.ts";
import { systemClock } from "../kernel/time.ts";
import { readConfig } from "../platform/config.ts";
import { readArguments, UsageError } from "./usage.ts";

/** `mingxin template ITEM --out F.xlsx`: writes the workbook in which a department fills in an item. */
export async function templateCommand(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = readArguments(args, { out: { type: "string" } });
  const [code] = positionals;
  if (code === undefined || values.out === undefined || positionals.length > 1) {
    throw new UsageError("用法 usage: mingxin template ITEM --out FILE.xlsx");
  }
  const { catalogue } = await loadLaw(readConfig(process.env, process.cwd()).lawDirectory);
  const item = catalogue.editionInForce(code, systemClock.today());
  if (!item) {
    process.stderr.write(
      `目录中没有 ${code} (no such item)；有 there are: ${catalogue.items.map((entry) => entry.item).join(", ")}\n`,
    );
    return false;
  }
  const workbook = await importTemplate(catalogue, item);
  try {
    await writeFile(values.out, workbook);
  } catch (error) {
    process.stderr.write(
      `无法写入 cannot write ${values.out}: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return false;
  }
  process.stdout.write(`${values.out}\n`);
  return true;
}
