/** What the server answers about a batch, and how `mingxin import` tells it. */
export interface Receipt {
  readonly batchId: string;
  readonly state: string;
  readonly progress: { readonly rowsRead: number };
  readonly counts: Readonly<
    Record<"rows" | "accepted" | "changed" | "duplicates" | "review" | "held" | "rejected", number>
  > | null;
  readonly seconds: number | null;
  readonly publication: Readonly<Record<string, number>>;
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
  readonly refusal: { readonly code: string; readonly message: Words; readonly remedy: Words } | null;
  /** The batch whose annotated file came back corrected. */
  readonly repairs: string | null;
  readonly repair: Readonly<Record<"problems" | "recognised" | "solved", number>> | null;
}
interface Words {
  readonly zh: string;
  readonly en: string;
}
export interface Errors {
  readonly causes: readonly {
    readonly code: string;
    readonly severity: string;
    readonly total: number;
    readonly column: string | null;
    readonly message: Words;
    readonly remedy: Words;
    readonly rows: readonly (readonly [number, number])[];
    readonly samples: readonly { readonly row: number; readonly value: string }[];
  }[];
  readonly errors: readonly Readonly<Record<string, unknown>>[];
  readonly total: number;
}

/** The one JSON document of `--json`. */
export function toJson(receipt: Receipt, found: Errors): Record<string, unknown> {
  const counts = receipt.counts ?? { rows: 0, accepted: 0, changed: 0, duplicates: 0, review: 0, held: 0, rejected: 0 };
  return {
    batch: receipt.batchId,
    state: receipt.state,
    ...counts,
    seconds: receipt.seconds ?? 0,
    publication: receipt.publication,
    notes: receipt.notes,
    refusal: receipt.refusal,
    repairs: receipt.repairs,
    repair: receipt.repair,
    errors: found.errors,
    errorsListed: found.errors.length,
    errorsTotal: found.total,
    causes: found.causes,
  };
}

/** The receipt for people, in both languages. */
export function toText(receipt: Receipt, found: Errors): string {
  const lines = [`批次 batch ${receipt.batchId}`];
  if (receipt.refusal)
    lines.push(
      `未收 refused (${receipt.refusal.code}): ${receipt.refusal.message.zh} / ${receipt.refusal.message.en}`,
      `  → ${receipt.refusal.remedy.zh} / ${receipt.refusal.remedy.en}`,
    );
  if (receipt.counts) {
    const c = receipt.counts;
    lines.push(
      `共 ${c.rows} 行：新增 ${c.accepted}，变更 ${c.changed}，重复 ${c.duplicates}，待确认 ${c.review}，未收 ${c.rejected}（${receipt.seconds} 秒）`,
    );
    lines.push(
      `rows ${c.rows}: accepted ${c.accepted}, changed ${c.changed}, duplicates ${c.duplicates}, review ${c.review}, rejected ${c.rejected} (${receipt.seconds} s)`,
    );
  }
  if (receipt.repairs !== null && receipt.repair !== null) {
    const { problems, solved } = receipt.repair;
    lines.push(
      `修正批次 repairs batch ${receipt.repairs}：原有问题 ${problems} 行，已解决 ${solved} 行 / ${solved} of ${problems} rows with problems solved`,
    );
  }
  for (const [reason, count] of Object.entries(receipt.publication)) lines.push(`  ${reason}: ${count}`);
  for (const note of receipt.notes) lines.push(`· ${note.zh} / ${note.en}`);
  for (const cause of found.causes) {
    const rows = cause.rows
      .slice(0, 8)
      .map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`))
      .join(", ");
    const more = cause.rows.length > 8 ? ` … 共 ${cause.rows.length} 段` : "";
    lines.push(
      `[${cause.severity}] ${cause.total} × ${cause.code}${cause.column === null ? "" : `（${cause.column}）`} 行 rows ${rows}${more}`,
      ...samplesOf(cause.samples, cause.total),
      `  ${cause.message.zh} → ${cause.remedy.zh}`,
      `  ${cause.message.en} → ${cause.remedy.en}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** Samples of a cause that the text receipt shows. */
const SHOWN_SAMPLES = 3;

/** Rows with what stood there: no line of the file can break out of its line here. */
function samplesOf(samples: Errors["causes"][number]["samples"], total: number): string[] {
  const shown = samples.filter(({ value }) => value !== "").slice(0, SHOWN_SAMPLES);
  if (shown.length === 0) return [];
  const values = shown.map(({ row, value }) => `${row}: ${JSON.stringify(value)}`).join("; ");
  return [`  行: 值 row: value  ${values}${total > shown.length ? " …" : ""}`];
}

/** Whether the batch went in: filed as a whole, and not every row of it refused. */
export function isFiled({ state, counts }: Receipt): boolean {
  if (state !== "done") return false;
  const taken = counts === null ? 0 : counts.accepted + counts.changed + counts.duplicates + counts.review;
  return taken > 0 || (counts?.rejected ?? 0) === 0;
}
