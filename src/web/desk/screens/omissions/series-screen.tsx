import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { take, type OmissionSeries } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { count, share } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import { useWords } from "../../words.ts";
import { AnswersGiven } from "./answers-given.tsx";
import { Gaps } from "./gaps.tsx";
import { NumberLines } from "./number-lines.tsx";
import { OMISSION_WORDS } from "./omissions.words.ts";
import { Proposals } from "./proposals.tsx";
import { VerdictState } from "./verdict-state.tsx";

/** One series: what was learnt, its years, the missing numbers as questions, and what was answered. */
export function SeriesScreen() {
  const { t } = useWords(OMISSION_WORDS);
  const { seriesId = "" } = useParams();
  const api = useApi();
  const query = useQuery({
    queryKey: ["omissions", "series", "one", seriesId],
    queryFn: () => take(api.GET("/api/v1/omissions/series/{seriesId}", { params: { path: { seriesId } } })),
    // A look is an audited act: it is not repeated because a window got the focus back.
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded query={query} heading={t("omissions.title")}>
      {(detail) => <Series detail={detail} />}
    </Loaded>
  );
}

function Series({ detail }: { readonly detail: OmissionSeries }) {
  const { t } = useWords(OMISSION_WORDS);
  const { bodyName } = useNames();
  const { series, gaps, waiting } = detail;
  return (
    <>
      <p className="trail">
        <Link to="/omissions">{t("omissions.back")}</Link>
        {" › "}
        <Link to={`/omissions/bodies/${series.body}`}>{bodyName(series.body)}</Link>
      </p>
      <h1>{series.example}</h1>
      <Learnt detail={detail} />
      <Judging detail={detail} />
      <NumberLines series={series} gaps={gaps} />
      {waiting.length === 0 ? null : (
        <section>
          <h2>{t("waiting.title")}</h2>
          <Proposals proposals={waiting} />
        </section>
      )}
      <Gaps detail={detail} />
      <AnswersGiven detail={detail} />
    </>
  );
}

function Learnt({ detail: { series } }: { readonly detail: OmissionSeries }) {
  const { t } = useWords(OMISSION_WORDS);
  const { itemName } = useNames();
  const level = t(`confidence.${series.confidence}`);
  const density = share(series.density, 1);
  const yearly = series.form.includes("{year}");
  return (
    <dl className="facts">
      <div>
        <dt>{t("series.verdict")}</dt>
        <dd>
          <VerdictState verdict={series.verdict} />
        </dd>
      </div>
      <div>
        <dt>{t("series.item")}</dt>
        <dd>{itemName(series.item)}</dd>
      </div>
      <div>
        <dt>{t("learnt.form")}</dt>
        <dd>
          <Form form={series.form} />
        </dd>
      </div>
      <div>
        <dt>{t("learnt.restarts")}</dt>
        <dd>{t(yearly ? "learnt.yearly" : "learnt.onward")}</dd>
      </div>
      <div>
        <dt>{t("series.confidence")}</dt>
        <dd>{t("learnt.confidence", { level, numbers: count(series.numbers), density })}</dd>
      </div>
    </dl>
  );
}

/** The fixed words of a series, with the places that change told apart from them. */
function Form({ form }: { readonly form: string }) {
  const { t } = useWords(OMISSION_WORDS);
  const places: Readonly<Record<string, string>> = { "{year}": t("learnt.year"), "{n}": t("learnt.number") };
  return form.split(/(\{year\}|\{n\})/).map((part) => {
    const place = places[part];
    return place === undefined ? (
      part
    ) : (
      <span key={part} className="form-place">
        {place}
      </span>
    );
  });
}

/** Saying whether it is a series at all. */
function Judging({ detail }: { readonly detail: OmissionSeries }) {
  const { t } = useWords(OMISSION_WORDS);
  const { seriesId, notYetAsked, open, unexplained } = detail.series;
  const confirm = useJudging(seriesId, "confirmed");
  const aside = useJudging(seriesId, "no-series");
  const missing = notYetAsked + open + unexplained;
  const waits = detail.waiting.some(({ procedure }) => procedure === "series-dismissal");
  return (
    <div className="actions">
      {detail.allowed.includes("confirm") ? (
        <ReasonedStep verb={t("confirm.verb")} effect={t("confirm.effect", { count: missing })} step={confirm} />
      ) : null}
      {detail.allowed.includes("set-aside") && !waits ? (
        <ReasonedStep verb={t("aside.verb")} effect={t("aside.effect")} step={aside} danger />
      ) : null}
    </div>
  );
}

function useJudging(seriesId: string, verdict: "confirmed" | "no-series") {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (words: string) =>
      take(
        api.POST("/api/v1/omissions/series/{seriesId}/judgements", {
          params: { path: { seriesId } },
          body: { verdict, words },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["omissions"] }),
  });
}
