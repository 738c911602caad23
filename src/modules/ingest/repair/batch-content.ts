import { readSealed } from "../../../platform/files.ts";
import { readTable, type DataTable } from "../decode/read-table.ts";
import type { HeaderExpectation } from "../header.rules.ts";
import { correctedTable } from "./corrected-table.ts";
import { parseCorrections } from "./corrections.ts";

/** A sealed file and its key; survives a structured clone. */
export interface SealedFile {
  readonly path: string;
  readonly key: Uint8Array;
}

/** What a batch consists of: a table, and where the batch corrects single cells of it, those cells. */
export interface BatchContent {
  readonly table: SealedFile;
  /** The batch's own file, laid over `table`; null where the table is the batch's own file. */
  readonly corrections: SealedFile | null;
}

/** Opens a batch's rows, corrected where it is one of corrections. For a thread of its own. @throws FileRefusal */
export async function openContent(content: BatchContent, expectation: HeaderExpectation): Promise<DataTable> {
  const { table, corrections } = content;
  const read = await readTable({ bytes: () => readSealed(table.path, table.key) }, expectation);
  if (corrections === null) return read;
  return correctedTable(read, await readCorrections(corrections));
}

/** The corrected cells of a batch of corrections; as many as one request may carry, so they fit into memory. */
export async function readCorrections({ path, key }: SealedFile): ReturnType<typeof parse> {
  return parse(await Array.fromAsync(readSealed(path, key)));
}

async function parse(pieces: readonly Buffer[]) {
  return parseCorrections(Buffer.concat(pieces).toString("utf8"));
}
