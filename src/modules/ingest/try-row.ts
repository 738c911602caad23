import { entryCells, fieldWithRole, proposeValues, type CatalogueItem, type RowValues } from "#catalogue";
import { changedFields, findHeadOfKey, findHeads, type FoundHeads } from "#records";
import {
  findNamesByUscc,
  findSubjectsByIdentifiers,
  findSubjectsByUscc,
  isPersonalTradeName,
  readJudgedClaims,
} from "#subjects";
import type { Finding } from "../../kernel/finding.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { Tx } from "../../platform/db/types.ts";
import { answerByRegister } from "./annotate/register-proposals.ts";
import type { JudgingRuntime } from "./judging-runtime.ts";
import { KnownSubjects } from "./known-subjects.ts";
import { nameKeysOf } from "./name-change.ts";
import { ChunkPlan, type FilingFinding } from "./plan-chunk.ts";
import { prepareCells, type PreparedCells, type TypedRow } from "./prepare-cells.ts";
import { numbersWithoutCode } from "./prepared-row.ts";
import { SeenKeys } from "./seen-keys.ts";
import { findWaiting } from "./waiting-rows.store.ts";

/** A finding with what the value may have meant, for a person to take over with one act. */
export type TriedFinding = Omit<FilingFinding, "row" | "column"> & { readonly proposals: readonly string[] };

/** What would become of a row if it were handed in now. */
export interface TriedRow {
  readonly findings: readonly TriedFinding[];
  /** Null where the row has an error. */
  readonly good: {
    /** Field key to text as it would be kept; identity numbers masked. */
    readonly read: Readonly<Record<string, string>>;
    readonly values: RowValues;
    readonly outcome: "new" | "changed" | "duplicate" | "waiting";
    /** The body's own record of this document, if there is one. */
    readonly recordId: RecordId | null;
    readonly changedFields: readonly string[];
    readonly subject: { readonly kind: "known" | "new" | "unsure" | "person"; readonly name: string | null };
  } | null;
}

const SHOWN = 3;
const NOTHING_FILED: FoundHeads = { same: new Set(), corrected: new Set(), other: new Map() };

/**
 * Tries a row against rules and register and files nothing: the findings, and whether it would be a new record, another
 * version, a duplicate, or wait for a person. Decided by the very code that files.
 */
export async function tryRow(tx: Tx, runtime: JudgingRuntime, typed: TypedRow): Promise<TriedRow> {
  const prepared = prepareCells(runtime, typed);
  const { findings, good } = prepared;
  if (!good) return { findings: await withProposals(tx, runtime, typed, findings), good: null };
  const { columns, row, values } = good;
  const heads = await findHeads(tx, columns.naturalKeys, columns.contentHashes);
  const plan = await planPrepared(tx, typed.item, prepared, heads);
  const head = await findHeadOfKey(tx, row.naturalKey);
  const { counts, newSubjects } = plan;
  const outcome = counts.duplicates > 0 ? "duplicate" : counts.review > 0 ? "waiting" : head ? "changed" : "new";
  const kind = row.isPerson ? "person" : newSubjects.length > 0 ? "new" : outcome === "waiting" ? "unsure" : "known";
  const name = kind === "known" && row.uscc !== null ? await nameOf(tx, row.uscc) : null;
  return {
    findings: await withProposals(tx, runtime, typed, [...findings, ...plan.findings]),
    good: {
      read: entryCells(typed.item, values),
      values,
      outcome,
      recordId: head?.recordId ?? null,
      changedFields: outcome === "changed" && head?.payload ? changedFields(head.payload, values) : [],
      subject: { kind, name },
    },
  };
}

/** Decides a prepared row without filing it. With nothing on file it is told whose it would be as a new record. */
export async function planPrepared(
  tx: Tx,
  item: CatalogueItem,
  { good }: PreparedCells,
  heads: FoundHeads = NOTHING_FILED,
): Promise<ChunkPlan> {
  if (!good) throw new Error("a row with an error is not planned");
  const { columns, row } = good;
  const waiting = await findWaiting(tx, columns.naturalKeys, columns.contentHashes);
  const subjects = new KnownSubjects();
  if (row.uscc !== null)
    for (const [uscc, subject] of await findSubjectsByUscc(tx, [row.uscc])) subjects.set(uscc, subject);
  const identified = await findSubjectsByIdentifiers(tx, numbersWithoutCode(columns));
  const context = {
    namesSubject: item.namesSubject,
    nameKeys: nameKeysOf(item),
    seen: new SeenKeys(),
    subjects,
    judged: await readJudgedClaims(tx),
    widened: new Map(),
    seal: () => Buffer.alloc(0),
  };
  const plan = new ChunkPlan(context, columns, { heads, waiting, identified });
  plan.decide(0, 1);
  return plan;
}

async function nameOf(tx: Tx, uscc: string): Promise<string | null> {
  const [name] = (await findNamesByUscc(tx, [uscc])).get(uscc) ?? [];
  return name === undefined || isPersonalTradeName(name, null) ? null : name;
}

/** Adds to each finding what the value may have meant, likeliest first; codes and names as the register knows them. */
export async function withProposals(
  tx: Tx,
  runtime: JudgingRuntime,
  { item, cells }: TypedRow,
  findings: readonly (Finding | FilingFinding)[],
): Promise<TriedFinding[]> {
  const today = runtime.clock.today();
  const nameKey = fieldWithRole(item, "subject-name")?.key ?? null;
  const codeField = item.fields.find((field) => field.type === "identifier" && field.scheme === "uscc");
  const name = nameKey === null ? "" : (cells[nameKey] ?? "");
  const tried: TriedFinding[] = [];
  for (const { field, value, code, severity, message, remedy } of findings) {
    const told = { field, value, code, severity, message, remedy };
    const uscc = codeField ? (cells[codeField.key] ?? "") : "";
    if (code === "name-contradicts-code") {
      const [answer] = await answerByRegister(tx, [{ kind: "name", codes: [uscc], name }]);
      tried.push({ ...told, field: nameKey, proposals: answer?.values ?? [] });
      continue;
    }
    const about = item.fields.find(({ key }) => key === field);
    const text = about ? (cells[about.key] ?? "") : "";
    const meant = about && severity === "error" ? proposeValues(runtime.catalogue, about, text, today) : [];
    const isCode = about !== undefined && about === codeField && meant.length > 0;
    const [answer] = isCode ? await answerByRegister(tx, [{ kind: "code", codes: meant, name }]) : [];
    tried.push({ ...told, proposals: (isCode ? (answer?.values ?? []) : meant).slice(0, SHOWN) });
  }
  return tried;
}
