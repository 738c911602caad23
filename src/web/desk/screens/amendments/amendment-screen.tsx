import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useParams } from "react-router";
import { take, type AmendmentDetail } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { moment } from "../../numbers.ts";
import { usePersonName } from "../../people.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";
import { PublicationFacts } from "../entry/publication-facts.tsx";
import { TermFacts } from "../entry/term-facts.tsx";
import { AmendmentState } from "./amendment-state.tsx";
import { AMENDMENTS_KEY } from "./amendments-key.ts";
import { AMENDMENTS_WORDS } from "./amendments.words.ts";
import { DecideForm } from "./decide-form.tsx";
import { doneIn } from "./done.ts";

/** One proposal: what it changes, why, until when it must be decided, and the decision. */
export function AmendmentScreen() {
  const { t } = useWords(AMENDMENTS_WORDS);
  const { proceedingId = "" } = useParams();
  const api = useApi();
  const done = doneIn(useLocation().state);
  const query = useQuery({
    queryKey: [...AMENDMENTS_KEY, proceedingId],
    queryFn: () => take(api.GET("/api/v1/amendments/{proceedingId}", { params: { path: { proceedingId } } })),
    // A look is on the trail: it is not repeated because a window got the focus back.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <p className="trail">
        <Link to="/amendments">{t("one.back")}</Link>
      </p>
      {done === null ? null : <Notice kind="done" title={t(`decide.done.${done.act}`, { name: done.name })} />}
      <Loaded query={query} heading={t("amendments.title")}>
        {(amendment) => (
          <>
            <Head amendment={amendment} />
            <div className="entry-columns facts-first">
              <div>
                <WhatChanges amendment={amendment} />
                <DecideForm key={amendment.proceedingId} amendment={amendment} />
                <Events amendment={amendment} />
              </div>
              <Facts amendment={amendment} />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

function Head({ amendment }: { readonly amendment: AmendmentDetail }) {
  const { t } = useWords(AMENDMENTS_WORDS);
  const { itemName, bodyName } = useNames();
  const { kind, documentNumber, subjectName, item, sourceBody, recordId, state, stale } = amendment;
  const name = documentNumber || subjectName;
  return (
    <>
      <h1>{t(kind === "correction" ? "one.titleCorrection" : "one.titleWithdrawal", { name })}</h1>
      <p className="quiet">
        <AmendmentState state={state} /> · {subjectName} · {itemName(item)} · {bodyName(sourceBody)} ·{" "}
        <Link to={`/records/${recordId}`}>{t("one.record")}</Link>
      </p>
      {stale ? (
        <Notice kind="warning" title={t("one.stale.title")}>
          <p>{t("one.stale.text")}</p>
        </Notice>
      ) : null}
    </>
  );
}

function WhatChanges({ amendment: { kind, changes, newKey, state } }: { readonly amendment: AmendmentDetail }) {
  const { t, pick } = useWords(AMENDMENTS_WORDS);
  if (kind === "withdrawal")
    return (
      <Notice kind="plain" title={t("kind.withdrawal")}>
        <p>{t("one.withdrawal")}</p>
      </Notice>
    );
  return (
    <section>
      <h2>{t("one.changes")}</h2>
      <table className="diff-table">
        <thead>
          <tr>
            <th scope="col">{t("one.field")}</th>
            <th scope="col">{t(state === "proposed" ? "one.before" : "one.beforeThen")}</th>
            <th scope="col">{t("one.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, title, before, after }) => (
            <tr key={field}>
              <th scope="row">{pick(title)}</th>
              <td data-label={t(state === "proposed" ? "one.before" : "one.beforeThen")}>
                {before === null ? <span className="quiet">{t("one.blank")}</span> : <del>{pick(before)}</del>}
              </td>
              <td data-label={t("one.after")}>
                {after === null ? <span className="quiet">{t("one.blank")}</span> : <ins>{pick(after)}</ins>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {newKey ? <p>○ {t("one.key")}</p> : null}
    </section>
  );
}

function Facts({ amendment }: { readonly amendment: AmendmentDetail }) {
  const { t, pick } = useWords(AMENDMENTS_WORDS);
  const { groundTitle, reason, changedOn, term, publication, state } = amendment;
  return (
    <aside className="entry-hints" aria-label={t("amendments.ground")}>
      <h3>{t("amendments.ground")}</h3>
      <p>{pick(groundTitle)}</p>
      <h3>{t("one.reason")}</h3>
      <p>{reason}</p>
      {changedOn === null ? null : (
        <>
          <h3>{t("one.changedOn")}</h3>
          <p>{changedOn}</p>
        </>
      )}
      <h3>{t("amendments.due")}</h3>
      {term === null ? (
        <p className="quiet">{t("one.noClock")}</p>
      ) : (
        <TermFacts term={term} settled={state !== "proposed"} />
      )}
      {publication === null || state !== "proposed" ? null : (
        <section className="facts-after" aria-label={t("one.after.publication")}>
          <h2>{t("one.after.publication")}</h2>
          <PublicationFacts forecast={publication} settled />
        </section>
      )}
    </aside>
  );
}

const ACTS = ["open", "approve", "refuse", "take-back"] as const;

function Events({ amendment: { events, people } }: { readonly amendment: AmendmentDetail }) {
  const { t } = useWords(AMENDMENTS_WORDS);
  const personName = usePersonName();
  return (
    <section>
      <h2>{t("one.events")}</h2>
      <ol className="causes">
        {events.map(({ sequence, at, actor, act, reason }) => (
          <li key={sequence} className="cause">
            <p className="cause-head">
              <strong>{t(`act.${ACTS.find((one) => one === act) ?? "open"}`)}</strong>{" "}
              {people[actor] ?? personName(actor)}
              <time dateTime={at} className="cause-count quiet">
                {moment(at)}
              </time>
            </p>
            <p>{reason}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
