import { createHmac, timingSafeEqual } from "node:crypto";
import { parseId, type BatchId } from "../../../kernel/ids.ts";

/** One row of one batch, as an annotated file names it. */
export interface RowKey {
  readonly batchId: BatchId;
  readonly row: number;
}

const MAC_CHARACTERS = 22;

/** `<batch>.<row>.<mac>`: anybody can read which row it is, only this installation can have written it. */
export function writeRowKey(secret: Uint8Array, key: RowKey): string {
  return `${key.batchId}.${key.row}.${macOf(secret, key)}`;
}

/** The row behind a key, or null where we did not write it. */
export function readRowKey(secret: Uint8Array, text: string): RowKey | null {
  const [batch = "", number = "", mac = "", more] = text.trim().split(".");
  const batchId = parseId<BatchId>(batch);
  if (!batchId || !/^[1-9]\d{0,9}$/.test(number) || mac.length !== MAC_CHARACTERS || more !== undefined) return null;
  const key = { batchId, row: Number(number) };
  const ours = Buffer.from(macOf(secret, key));
  const theirs = Buffer.from(mac);
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? key : null;
}

function macOf(secret: Uint8Array, { batchId, row }: RowKey): string {
  return createHmac("sha256", secret)
    .update(`mingxin/row-key/1\0${batchId}\0${row}`)
    .digest("base64url")
    .slice(0, MAC_CHARACTERS);
}
