import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { take, type BatchRow } from "../../../../../client/index.ts";
import { useApi } from "../../../api.ts";
import { Choice } from "../../../choice.tsx";
import { count } from "../../../numbers.ts";
import { ProblemNotice } from "../../../shell/problem-notice.tsx";
import { useWords } from "../../../words.ts";
import type { RowTable } from "./batch-rows.ts";
import { firstPart, offersOf, rowsToSend, unsolvedOf, type Edits, type Offer } from "./edits.rules.ts";
import { useRowsSettled, type RepairWork } from "./repair-work.ts";
import { REPAIR_WORDS } from "./repair.words.ts";

/** Which rejected rows are shown. */
export interface Shown {
  readonly open: boolean;
  readonly cause: number | null;
}

interface ToolsProps {
  readonly batchId: string;
  /** With the rows that are shown. */
  readonly table: RowTable;
  readonly all: readonly BatchRow[];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly mayEdit: boolean;
  readonly narrow: boolean;
  readonly work: RepairWork;
}

/** Causes offered for accepting at once; more come up as these are done. */
const MOST_BULK = 6;

/** What is shown, what can be accepted at once, undoing, and handing in. */
export function RepairTools(props: ToolsProps) {
  const { table, all, shown, onShow, mayEdit, narrow } = props;
  const { t, pick } = useWords(REPAIR_WORDS);
  const causes = [...table.causes.values()].filter(({ severity }) => severity === "error");
  const rowsWith = (cause: number): number =>
    all.filter(({ findings }) => findings.some((finding) => finding.cause === cause)).length;
  const options = causes.flatMap((cause) => {
    const rows = rowsWith(cause.cause);
    const label = t("filter.causeOption", { cause: pick(cause.message), count: count(rows) });
    return rows === 0 ? [] : [{ value: String(cause.cause), label }];
  });
  return (
    <div className="repair-tools">
      <div className="choices">
        <Choice
          label={t("filter.rows")}
          value={shown.open ? "open" : "all"}
          options={(["open", "all"] as const).map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={(value) => onShow({ open: value === "open", cause: null })}
        />
        {options.length < 2 && shown.cause === null ? null : (
          <Choice
            label={t("filter.cause")}
            value={shown.cause === null ? "" : String(shown.cause)}
            options={[{ value: "", label: t("filter.anyCause") }, ...options]}
            onChange={(value) => onShow({ ...shown, cause: value === "" ? null : Number(value) })}
          />
        )}
      </div>
      {mayEdit ? (
        <>
          <BulkOffers {...props} />
          <HandIn {...props} />
          {narrow ? null : <p className="quiet small">{t("tools.keys")}</p>}
        </>
      ) : null}
    </div>
  );
}

/** One button for each cause whose suggestions can all be taken without choosing. */
function BulkOffers({ table, work }: ToolsProps) {
  const { t, pick } = useWords(REPAIR_WORDS);
  const byCause = Map.groupBy(offersOf(table.rows, work.state.edits), ({ cause }) => cause);
  const offers = [...byCause].toSorted(([, a], [, b]) => b.length - a.length).slice(0, MOST_BULK);
  if (offers.length === 0) return null;
  const nameOf = (cause: number): string => {
    const known = table.causes.get(cause);
    return known ? pick(known.message) : "";
  };
  const accept = (cells: readonly Offer[]): void =>
    work.change(cells.map(({ row, column, value }) => ({ row, column, value })));
  return (
    <fieldset className="ticks">
      <legend>{t("bulk.title")}</legend>
      <p className="actions">
        {offers.map(([cause, cells]) => (
          <Button key={cause} onClick={() => accept(cells)}>
            {t("bulk.accept", { count: count(cells.length), cause: nameOf(cause) })}
          </Button>
        ))}
      </p>
      <p className="quiet small">{t("bulk.check")}</p>
    </fieldset>
  );
}

function HandIn({ batchId, table, all, narrow, work }: ToolsProps) {
  const { t } = useWords(REPAIR_WORDS);
  const { edits, past } = work.state;
  const sending = useSending(batchId, work);
  const changed = useMemo(() => rowsToSend(all, edits), [all, edits]);
  const rows = useMemo(() => firstPart(changed), [changed]);
  const cells = changed.reduce((sum, row) => sum + row.cells.length, 0);
  const unsolved = unsolvedRows(all, edits, table.causes);
  return (
    <>
      <div className="actions hand-in">
        <Button
          type="primary"
          disabled={rows.length === 0}
          loading={sending.isPending}
          onClick={() => sending.mutate(rows)}
        >
          {rows.length === 0 ? t("tools.sendNone") : t("tools.send", { count: count(rows.length) })}
        </Button>
        <Button disabled={past.length === 0} onClick={work.undo}>
          {t(narrow ? "cards.undo" : "tools.undo")}
          {narrow ? null : <kbd>Ctrl Z</kbd>}
        </Button>
        <span role="status" className="quiet">
          {rows.length === 0
            ? t("tools.nothing")
            : t("tools.edited", { rows: count(changed.length), cells: count(cells) })}
          {rows.length < changed.length ? ` ${t("tools.rest", { count: count(rows.length) })}` : ""}
          {unsolved === 0 ? "" : ` ${t("tools.unsolved", { count: count(unsolved) })}`}
        </span>
      </div>
      {sending.isError ? <ProblemNotice error={sending.error} /> : null}
    </>
  );
}

/** Changed rows that have an error still. */
function unsolvedRows(rows: readonly BatchRow[], edits: Edits, causes: RowTable["causes"]): number {
  const severity = (cause: number) => causes.get(cause)?.severity ?? null;
  return rows.filter((row) => row.state === "open" && edits.has(row.row) && unsolvedOf(row, edits, severity).length > 0)
    .length;
}

type RowToSend = ReturnType<typeof rowsToSend>[number];

function useSending(batchId: string, work: RepairWork) {
  const api = useApi();
  const settled = useRowsSettled(batchId);
  // A new one after each batch that was made: pressing twice, or once more after the network failed, hands in once.
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: async (rows: readonly RowToSend[]) => {
      const made = await take(
        api.POST("/api/v1/batches/{batchId}/corrections", {
          params: { path: { batchId } },
          body: { rows: [...rows] },
          headers: { "idempotency-key": `${attempt}-${hashOf(JSON.stringify(rows))}` },
        }),
      );
      work.settle(
        rows.map(({ row }) => row),
        made.batchId,
      );
      setAttempt(crypto.randomUUID());
    },
    // Also after a refusal: what stands otherwise by now is to be seen.
    onSettled: settled,
  });
}

/** Other content under the same key would be refused; this need only tell one content from the next. */
function hashOf(text: string): string {
  let hash = 0;
  for (const sign of text) hash = (Math.imul(hash, 31) + (sign.codePointAt(0) ?? 0)) % 2_147_483_647;
  return Math.abs(hash).toString(36);
}
