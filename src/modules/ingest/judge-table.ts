import { createHash } from "node:crypto";
import {
  compileJudge,
  fieldWithRole,
  headerIndex,
  naturalKey,
  valueOfRole,
  type Catalogue,
  type CatalogueItem,
  type FieldRole,
  type Judge,
  type JudgedRow,
  type RowValues,
  type SourceProfile,
} from "#catalogue";
import type { Finding } from "../../kernel/finding.ts";
import { parseLocalDate } from "../../kernel/time.ts";
import { readSealed } from "../../platform/files.ts";
import { lookupHash } from "../../platform/keyring.ts";
import { canonicalJson, type CanonicalValue } from "../../verify/canonical-json.ts";
import type { KeyedRow } from "./annotate/repair-tally.ts";
import { readRowKey } from "./annotate/row-key.ts";
import { FileRefusal } from "./decode/file-refusal.ts";
import { expectationOf, readTable } from "./decode/read-table.ts";
import type { JudgeMessage, JudgeRequest } from "./judge-stream.ts";
import type { JudgedChunk, PreparedRow } from "./prepared-row.ts";
import type { RawRow } from "./raw-row.ts";
import { compileBodyFinder } from "./source-body.ts";

/** What modules downstream work out about a good row while the other core talks to the database. */
export type Annotate = (
  values: RowValues,
  context: { readonly attested: boolean; readonly today: JudgeRequest["today"] },
) => { readonly annotation: unknown; readonly findings: readonly Omit<Finding, "row">[] };

/** Rows that go to the database at once; measured best between 1,000 and 5,000. */
const CHUNK_ROWS = 2000;

/**
 * Reads and judges one raw file, chunk by chunk, in bounded memory. Runs in the reader thread; knows no database.
 * Gives a refusal as its last message where the file as such is unusable.
 */
export async function* judgeTable(
  request: JudgeRequest,
  catalogue: Catalogue,
  annotatorOf: (item: CatalogueItem) => Annotate,
): AsyncGenerator<JudgeMessage> {
  const item = catalogue.getItem(request.item, request.edition);
  if (!item) throw new Error(`no edition ${request.edition} of ${request.item}`);
  const profile = request.profile === null ? null : catalogue.findProfile(item, request.profile);
  const source = { bytes: () => readSealed(request.filePath, request.fileKey) };
  try {
    const table = await readTable(source, expectationOf(item, headerIndex(item, profile)));
    const judge = compileJudge(catalogue, item, profile, table.header.columns, { today: request.today });
    const preparer = new RowPreparer(request, catalogue, item, profile, judge, annotatorOf(item));
    let chunk = new ChunkBuilder();
    for await (const { rows, findings } of table.chunks()) {
      chunk.takeBroken(findings);
      for (const row of rows) {
        preparer.prepare(row, chunk);
        if (table.keyColumn >= 0) chunk.takeKey(row.row, row.cells[table.keyColumn]?.text ?? "", request.lookupKey);
        if (chunk.rows < CHUNK_ROWS) continue;
        yield { kind: "chunk", chunk: chunk.build() };
        chunk = new ChunkBuilder();
      }
    }
    if (chunk.rows > 0) yield { kind: "chunk", chunk: chunk.build() };
    yield { kind: "end", end: { format: table.format, notes: table.notes() } };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    yield { kind: "refused", code: error.code, message: error.text, remedy: error.remedy };
  }
}

class ChunkBuilder {
  rows = 0;
  rejected = 0;
  readonly prepared: PreparedRow[] = [];
  readonly findings: Finding[] = [];
  readonly keyed: KeyedRow[] = [];

  takeKey(row: number, text: string, secret: Uint8Array): void {
    const key = text === "" ? null : readRowKey(secret, text);
    if (key) this.keyed.push({ row, key });
  }

  takeBroken(findings: readonly Finding[]): void {
    this.rows += findings.length;
    this.rejected += findings.length;
    this.findings.push(...findings);
  }

  build(): JudgedChunk {
    const { prepared, findings, rows, rejected, keyed } = this;
    return { prepared, findings, rows, rejected, keyed };
  }
}

/** Turns judged rows into what can be filed: hashes, canonical payload, source body, annotation. */
class RowPreparer {
  readonly #request: JudgeRequest;
  readonly #item: CatalogueItem;
  readonly #judge: Judge;
  readonly #annotate: Annotate;
  readonly #bodyOf: ReturnType<typeof compileBodyFinder>;
  readonly #identityFields: readonly string[];
  readonly #usccField: string | null;

  constructor(
    request: JudgeRequest,
    catalogue: Catalogue,
    item: CatalogueItem,
    profile: SourceProfile | null,
    judge: Judge,
    annotate: Annotate,
  ) {
    this.#request = request;
    this.#item = item;
    this.#judge = judge;
    this.#annotate = annotate;
    this.#bodyOf = compileBodyFinder(catalogue, item, profile?.body ?? request.sourceBody);
    this.#identityFields = item.fields.filter((field) => field.type === "identity-number").map((field) => field.key);
    this.#usccField =
      item.fields.find(
        (field) => field.role === "subject-identifier" && field.type === "identifier" && field.scheme === "uscc",
      )?.key ?? null;
  }

  prepare(raw: RawRow, chunk: ChunkBuilder): void {
    const judged = this.#judge(raw.row, raw.cells);
    chunk.rows += 1;
    chunk.findings.push(...judged.findings);
    if (!judged.ok) {
      chunk.rejected += 1;
      return;
    }
    const decisionDate = parseLocalDate(this.#word(judged.values, "decision-date") ?? "");
    // The catalogue demands the role and the judge a readable day, so this cannot be empty for a good row.
    if (!decisionDate) throw new Error(`row ${raw.row} was judged good without its day of decision`);
    const body = this.#bodyOf(judged.values, decisionDate);
    if (body.finding) chunk.findings.push({ ...body.finding, row: raw.row });
    const annotated = judged.isPerson
      ? { annotation: null, findings: [] }
      : this.#annotate(judged.values, { attested: this.#request.attested, today: this.#request.today });
    chunk.findings.push(...annotated.findings.map((finding) => ({ ...finding, row: raw.row })));
    const { payload, identity } = this.#payloadOf(judged);
    chunk.prepared.push({
      row: raw.row,
      naturalKey: naturalKey(this.#item, body.sourceBody, judged.values, (clear) => this.#lookupHash(clear)),
      contentHash: createHash("sha256").update(payload).digest("hex"),
      payload,
      identity,
      sourceBody: body.sourceBody,
      uscc: judged.isPerson ? null : this.#uscc(judged.values),
      subjectName: this.#word(judged.values, "subject-name") ?? "",
      category: this.#word(judged.values, "subject-category"),
      operator: this.#word(judged.values, "legal-representative"),
      decisionDate,
      documentNumber: this.#word(judged.values, "document-number") ?? "",
      isPerson: judged.isPerson,
      annotation: annotated.annotation,
    });
  }

  /** Identity numbers leave the payload: it holds their keyed hash and masked form, and they are sealed apart. */
  #payloadOf(judged: JudgedRow): { payload: string; identity: string | null } {
    const values: Record<string, CanonicalValue> = { ...judged.values };
    const clear: Record<string, string> = {};
    for (const key of this.#identityFields) {
      const number = judged.values[key];
      if (typeof number !== "string") continue;
      clear[key] = number;
      values[key] = { hash: this.#lookupHash(number), length: number.length };
    }
    const identity = Object.keys(clear).length === 0 ? null : JSON.stringify(clear);
    return { payload: canonicalJson(values), identity };
  }

  #uscc(values: RowValues): string | null {
    const code = this.#usccField === null ? undefined : values[this.#usccField];
    return typeof code === "string" ? code : null;
  }

  #word(values: RowValues, role: FieldRole): string | null {
    const value = fieldWithRole(this.#item, role) ? valueOfRole(this.#item, role, values) : undefined;
    return typeof value === "string" ? value : null;
  }

  #lookupHash(clear: string): string {
    return lookupHash(this.#request.lookupKey, "identity-number", clear);
  }
}
