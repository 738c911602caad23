import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { take, type Batch, type BatchState } from "../../../../client/index.ts";
import { millisOf, parseInstant } from "../../../../kernel/time.ts";
import { useApi } from "../../api.ts";
import { count, span } from "../../numbers.ts";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";
import { BATCH_WORDS } from "./batch.words.ts";
import { estimatedRows, rateOf, secondsLeft, withSample, type Sample } from "./progress.rules.ts";

const STEPS = ["upload", "read", "check", "file"] as const;
/** The steps that a batch is at in each state: while its rows are filed, further ones are still read and checked. */
const UNDER_WAY: Readonly<Record<BatchState, readonly (typeof STEPS)[number][]>> = {
  received: [],
  reading: ["read"],
  checking: ["read", "check"],
  merging: ["read", "check", "file"],
  done: [],
  refused: [],
  failed: [],
};
/** A batch that nobody takes up for so many seconds is told of. */
const LONG_WAIT = 30;

/** How far a batch is: the step, rows, rate and time left, and in words when its worker died. */
export function BatchProgress({ batch, seenAt }: { readonly batch: Batch; readonly seenAt: number }) {
  const { t } = useWords(BATCH_WORDS);
  return (
    <section aria-label={t("progress.title")}>
      <Interruption batch={batch} seenAt={seenAt} />
      <Steps underWay={UNDER_WAY[batch.state]} />
      <Figures batch={batch} seenAt={seenAt} />
      <p className="quiet">{t("progress.leave")}</p>
    </section>
  );
}

function Interruption({ batch, seenAt }: { readonly batch: Batch; readonly seenAt: number }) {
  const { t, language } = useWords(BATCH_WORDS);
  if (batch.interrupted)
    return (
      <Notice kind="error" title={t("interrupted.title")}>
        <p>{t("interrupted.text")}</p>
      </Notice>
    );
  const received = parseInstant(batch.receivedAt);
  const waiting = received === null ? 0 : (seenAt - millisOf(received)) / 1000;
  if (batch.state !== "received" || waiting < LONG_WAIT) return null;
  return (
    <Notice kind="warning" title={t("unclaimed.title", { span: span(waiting, language) })}>
      <p>{t("unclaimed.text")}</p>
    </Notice>
  );
}

function Steps({ underWay }: { readonly underWay: readonly string[] }) {
  const { t } = useWords(BATCH_WORDS);
  return (
    <ol className="steps">
      {STEPS.map((step) => {
        // The upload is over once there is a batch.
        const state = step === "upload" ? "past" : underWay.includes(step) ? "now" : "next";
        return (
          <li key={step} className={`step-${state}`}>
            <span aria-hidden="true">{{ past: "✓", now: "◐", next: "○" }[state]}</span> {t(`step.${step}`)}
            <span className="quiet"> {t(`step.${state}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Figures({ batch, seenAt }: { readonly batch: Batch; readonly seenAt: number }) {
  const { t, language } = useWords(BATCH_WORDS);
  const { rowsRead, rowsFiled } = batch.progress;
  const rate = useRate(rowsFiled, seenAt);
  const total = useEstimate(batch);
  const left = secondsLeft(rowsFiled, total, rate);
  return (
    <>
      {total === null ? null : (
        <progress className="wide" aria-label={t("progress.title")} max={Math.max(total, rowsRead)} value={rowsFiled} />
      )}
      <dl className="figures" aria-live="off">
        <div>
          <dt>{t("progress.read")}</dt>
          <dd>{count(rowsRead)}</dd>
        </div>
        <div>
          <dt>{t("progress.filed")}</dt>
          <dd>{count(rowsFiled)}</dd>
        </div>
        <div>
          <dt>{t("progress.rate")}</dt>
          <dd>{rate === null ? "–" : t("progress.perSecond", { count: count(rate) })}</dd>
        </div>
        <div>
          <dt>{t("progress.left")}</dt>
          <dd>{left === null ? t("progress.unknown") : t("progress.about", { span: span(left, language) })}</dd>
        </div>
      </dl>
      {total === null ? null : <p className="quiet">{t("progress.estimate", { rows: count(total) })}</p>}
    </>
  );
}

/** Rows per second as they come in; a look at the same moment is taken once. */
function useRate(rows: number, seenAt: number): number | null {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  if (samples.at(-1)?.at !== seenAt) setSamples(withSample(samples, { at: seenAt, rows }));
  return rateOf(samples);
}

/** The number of rows by earlier files of the item; asked once. */
function useEstimate({ item, fileName, bytes }: Batch): number | null {
  const api = useApi();
  const earlier = useQuery({
    queryKey: ["batches", "earlier", item],
    queryFn: () => take(api.GET("/api/v1/batches", { params: { query: { item, state: "done" as const, limit: 20 } } })),
    staleTime: Infinity,
  });
  return estimatedRows({ fileName, bytes }, earlier.data?.items ?? []);
}
