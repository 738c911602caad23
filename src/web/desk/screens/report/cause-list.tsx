import type { BatchCause } from "../../../../client/index.ts";
import { count } from "../../numbers.ts";
import { useWords } from "../../words.ts";
import { BATCH_WORDS } from "./batch.words.ts";

const LONGEST_RUNS = 8;
const SHAPES = { error: "✕", review: "○", warning: "△", change: "✓" } as const;

/** The causes of a batch, the gravest first: what, where, for example, and what to do. */
export function CauseList({ causes }: { readonly causes: readonly BatchCause[] }) {
  return (
    <ul className="causes">
      {causes.map((cause) => (
        <Cause key={cause.cause} cause={cause} />
      ))}
    </ul>
  );
}

function Cause({ cause }: { readonly cause: BatchCause }) {
  const { t, pick } = useWords(BATCH_WORDS);
  const runs = cause.rows
    .slice(0, LONGEST_RUNS)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const samples = [...new Set(cause.samples.map(({ value }) => value))].slice(0, 3);
  return (
    <li className={`cause cause-${cause.severity}`}>
      <p className="cause-head">
        <span className={`state state-${cause.severity}`}>
          <span aria-hidden="true">{SHAPES[cause.severity]}</span> {t(`severity.${cause.severity}`)}
        </span>{" "}
        <strong>{pick(cause.message)}</strong>
        <span className="cause-count">{t("causes.rows", { count: count(cause.total) })}</span>
      </p>
      <p>
        {t("causes.remedy")}
        {pick(cause.remedy)}
      </p>
      <p className="quiet">
        {cause.column === null ? null : <>{t("causes.column", { column: cause.column })} · </>}
        {t(cause.rows.length > LONGEST_RUNS ? "causes.whereMore" : "causes.where", { runs: runs.join(", ") })}
        {samples.length === 0 ? null : (
          <>
            {" · "}
            {t("causes.samples")}
            {samples.map((value) => (
              <code key={value}>{value === "" ? t("causes.blank") : value}</code>
            ))}
          </>
        )}
      </p>
    </li>
  );
}
