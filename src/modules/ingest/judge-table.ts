import {
  compileJudge,
  compileNaturalKey,
  headerIndex,
  type Catalogue,
  type CatalogueItem,
  type FieldRole,
  type Judge,
  type NaturalKeyOf,
  type RowValues,
  type SourceProfile,
} from "#catalogue";
import type { Finding } from "../../kernel/finding.ts";
import { parseLocalDate } from "../../kernel/time.ts";
import { isOtherScheme, isTelling, type OtherIdentifier } from "#subjects";
import { lookupHash } from "../../platform/keyring.ts";
import { ChunkBuilder } from "./chunk-builder.ts";
import { FileRefusal } from "./decode/file-refusal.ts";
import { expectationOf } from "./decode/read-table.ts";
import type { JudgeMessage, JudgeRequest } from "./judge-stream.ts";
import { compilePayload, type Payload } from "./payload.ts";
import { openContent } from "./repair/batch-content.ts";
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
  try {
    const table = await openContent(request.content, expectationOf(item, headerIndex(item, profile), profile === null));
    const judge = compileJudge(catalogue, item, profile, table.header.columns, {
      today: request.today,
      unitAbove: table.unitAbove,
    });
    const preparer = new RowPreparer(request, catalogue, item, profile, judge, annotatorOf(item));
    let chunk = new ChunkBuilder(CHUNK_ROWS);
    for await (const { rows, findings } of table.chunks()) {
      chunk.takeBroken(findings);
      for (const row of rows) {
        preparer.prepare(row, chunk);
        if (table.corrects !== null) chunk.keepKey(row.row, { batchId: table.corrects, row: row.row });
        else if (table.keyColumn >= 0)
          chunk.takeKey(row.row, row.cells[table.keyColumn]?.text ?? "", request.lookupKey);
        if (chunk.rows < CHUNK_ROWS) continue;
        yield { kind: "chunk", chunk: chunk.build() };
        chunk = new ChunkBuilder(CHUNK_ROWS);
      }
    }
    if (chunk.rows > 0) yield { kind: "chunk", chunk: chunk.build() };
    yield { kind: "end", end: { format: table.format, notes: table.notes() } };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    yield { kind: "refused", code: error.code, message: error.text, remedy: error.remedy };
  }
}

/** Turns judged rows into what can be filed: hashes, canonical payload, source body, annotation. */
class RowPreparer {
  readonly #request: JudgeRequest;
  readonly #judge: Judge;
  readonly #annotate: Annotate;
  readonly #bodyOf: ReturnType<typeof compileBodyFinder>;
  readonly #keyOf: NaturalKeyOf;
  readonly #payloadOf: (values: RowValues) => Payload;
  readonly #usccField: string | null;
  /** Fields with other numbers of the subject. */
  readonly #otherFields: readonly { readonly key: string; readonly scheme: OtherIdentifier["scheme"] }[];
  /** Field keys by the roles that are read of every row. */
  readonly #roles: ReadonlyMap<FieldRole, string>;

  constructor(
    request: JudgeRequest,
    catalogue: Catalogue,
    item: CatalogueItem,
    profile: SourceProfile | null,
    judge: Judge,
    annotate: Annotate,
  ) {
    this.#request = request;
    this.#judge = judge;
    this.#annotate = annotate;
    this.#bodyOf = compileBodyFinder(catalogue, item, profile?.body ?? request.sourceBody);
    const keyedHash = (clear: string): string => lookupHash(request.lookupKey, "identity-number", clear);
    this.#keyOf = compileNaturalKey(item, keyedHash);
    this.#payloadOf = compilePayload(item, keyedHash);
    this.#usccField =
      item.fields.find(
        (field) => field.role === "subject-identifier" && field.type === "identifier" && field.scheme === "uscc",
      )?.key ?? null;
    this.#otherFields = item.fields.flatMap((field) =>
      field.role === "subject-identifier" && field.type === "identifier" && isOtherScheme(field.scheme)
        ? [{ key: field.key, scheme: field.scheme }]
        : [],
    );
    this.#roles = new Map(item.fields.toReversed().flatMap((field) => (field.role ? [[field.role, field.key]] : [])));
  }

  prepare(raw: RawRow, chunk: ChunkBuilder): void {
    const judged = this.#judge(raw.row, raw.cells);
    chunk.rows += 1;
    chunk.find(judged.findings);
    if (!judged.ok) {
      chunk.rejected += 1;
      return;
    }
    const decisionDate = parseLocalDate(this.#word(judged.values, "decision-date") ?? "");
    // The catalogue demands the role and the judge a readable day, so this cannot be empty for a good row.
    if (!decisionDate) throw new Error(`row ${raw.row} was judged good without its day of decision`);
    const body = this.#bodyOf(judged.values, decisionDate);
    if (body.finding) chunk.find([{ ...body.finding, row: raw.row }]);
    if (body.finding?.severity === "error") {
      chunk.rejected += 1;
      return;
    }
    const annotated = judged.isPerson
      ? { annotation: null, findings: [] }
      : this.#annotate(judged.values, { attested: this.#request.attested, today: this.#request.today });
    if (annotated.findings.length > 0) chunk.find(annotated.findings.map((finding) => ({ ...finding, row: raw.row })));
    const { json, identity } = this.#payloadOf(judged.values);
    chunk.add({
      row: raw.row,
      naturalKey: this.#keyOf(body.sourceKey, judged.values),
      payload: json,
      identity,
      sourceBody: body.sourceBody,
      uscc: judged.isPerson ? null : this.#uscc(judged.values),
      identifiers: judged.isPerson ? null : this.#others(judged.values),
      subjectName: this.#word(judged.values, "subject-name") ?? "",
      nameDate: parseLocalDate(this.#word(judged.values, "name-valid-from") ?? "") ?? decisionDate,
      operator: this.#word(judged.values, "legal-representative"),
      decisionDate,
      documentNumber: this.#word(judged.values, "document-number") ?? "",
      isPerson: judged.isPerson,
      annotation: annotated.annotation,
    });
  }

  #uscc(values: RowValues): string | null {
    const code = this.#usccField === null ? undefined : values[this.#usccField];
    return typeof code === "string" ? code : null;
  }

  #others(values: RowValues): readonly OtherIdentifier[] | null {
    let found: OtherIdentifier[] | null = null;
    for (const { key, scheme } of this.#otherFields) {
      const value = values[key];
      if (typeof value === "string" && isTelling({ scheme, value })) (found ??= []).push({ scheme, value });
    }
    return found;
  }

  #word(values: RowValues, role: FieldRole): string | null {
    const key = this.#roles.get(role);
    const value = key === undefined ? undefined : values[key];
    return typeof value === "string" ? value : null;
  }
}
