import { entryCells, type CatalogueItem, type RowValues } from "#catalogue";
import { changedFields, findRecordOfKey, type FullHead } from "#records";
import { claimOf } from "#subjects";
import type { RecordId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/types.ts";
import { open } from "../../platform/keyring.ts";
import type { JudgingRuntime } from "./judging-runtime.ts";
import { parseValues, readClaim } from "./open-waiting-row.ts";
import { prepareCells } from "./prepare-cells.ts";
import { planPrepared, withProposals, type TriedFinding } from "./try-row.ts";

/** New texts of some fields of a record; what is not named stays. */
export interface CorrectedCells {
  readonly item: CatalogueItem;
  readonly head: FullHead;
  readonly cells: Readonly<Record<string, string>>;
  /** A severity that the rules propose counts, as it did before. */
  readonly attested: boolean;
}

/** What a correction would make of a record. */
export interface TriedCorrection {
  readonly findings: readonly TriedFinding[];
  /** Null where the corrected row has an error. */
  readonly good: {
    readonly values: RowValues;
    /** Canonical JSON of the whole content. */
    readonly payload: string;
    /** JSON of the identity numbers in clear; never leaves the process. */
    readonly identity: string | null;
    readonly changedFields: readonly string[];
    /** The further natural key, where a field of the key changes. */
    readonly naturalKey: Buffer | null;
    /** Another record that has this key already. */
    readonly takenBy: RecordId | null;
    /** The row would belong to somebody else, or nobody could tell to whom. */
    readonly otherSubject: boolean;
  } | null;
}

/** Judges the whole row of a record with some fields written anew, as intake would; files nothing. */
export async function tryCorrection(
  tx: Tx,
  runtime: JudgingRuntime,
  { item, head, cells, attested }: CorrectedCells,
): Promise<TriedCorrection> {
  const before = head.payload ?? {};
  const typed = { item, cells: merged(runtime, item, head, cells), sourceBody: head.sourceBody, attested };
  const prepared = prepareCells(runtime, typed);
  const findings = await withProposals(tx, runtime, typed, prepared.findings);
  if (!prepared.good) return { findings, good: null };
  const { row, values } = prepared.good;
  const naturalKey = Buffer.from(row.naturalKey);
  const holder = await findRecordOfKey(tx, naturalKey);
  const hasNewKey = !naturalKey.equals(head.naturalKey);
  return {
    findings,
    good: {
      values,
      payload: row.payloadText,
      identity: row.identity,
      changedFields: changedFields(before, parsePayload(row.payloadText)),
      naturalKey: hasNewKey ? naturalKey : null,
      takenBy: hasNewKey && holder !== head.recordId ? holder : null,
      otherSubject: await isOtherSubject(tx, item, head, prepared),
    },
  };
}

/** Whether the corrected row is no longer certainly its subject's: asked of the register only where who is meant was touched. */
async function isOtherSubject(
  tx: Tx,
  item: CatalogueItem,
  head: FullHead,
  prepared: ReturnType<typeof prepareCells>,
): Promise<boolean> {
  const { good } = prepared;
  if (!good || good.row.isPerson) return true;
  const claims = [parseValues(JSON.stringify(head.payload ?? {})), good.values].map((values) =>
    readClaim(item, values),
  );
  const [before, after] = claims.map((claim) => claimOf(claim).toString("hex"));
  if (before === after) return false;
  const plan = await planPrepared(tx, item, prepared);
  return plan.versions(new Map())[0]?.version.subjectId !== head.subjectId;
}

/** The record's cells with the new texts over them. An identity number that comes back masked is the one on file. */
function merged(
  { keyring }: JudgingRuntime,
  item: CatalogueItem,
  head: FullHead,
  cells: Readonly<Record<string, string>>,
): Record<string, string> {
  const shown = entryCells(item, head.payload ?? {});
  const clear = head.sealed === null ? {} : parseClear(open(keyring, head.sealed, head.recordId).toString("utf8"));
  const result: Record<string, string> = { ...shown, ...clear };
  for (const { key } of item.fields) {
    const text = cells[key];
    if (text !== undefined && !(key in clear && text === shown[key])) result[key] = text;
  }
  return result;
}

function parseClear(text: string): Record<string, string> {
  const value: unknown = JSON.parse(text);
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([key, clear]) => [key, String(clear)]));
}

function parsePayload(payload: string): Parameters<typeof changedFields>[1] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: intake printed it from an object
  return JSON.parse(payload) as Parameters<typeof changedFields>[1];
}
