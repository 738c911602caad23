import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { take, type Dispute } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { count, moment, share } from "../../numbers.ts";
import { usePersonName } from "../../people.ts";
import { mayOpen, useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { DisputeHistory } from "./dispute-history.tsx";
import { useRateName } from "./rate-names.ts";
import { Correct } from "./statement-screen.tsx";
import { DISPUTES_KEY } from "./statement-keys.ts";
import { disputeStateKey, STATEMENTS_WORDS } from "./statements.words.ts";
import { TimelinessTabs } from "./timeliness-tabs.tsx";

const ACTS = ["uphold", "dismiss", "take-back"] as const;
type Act = (typeof ACTS)[number];

/** What is, or was, disputed about frozen figures. */
export function DisputesScreen() {
  const { t } = useWords(STATEMENTS_WORDS);
  const api = useApi();
  const [asked, setAsked] = useSearchParams();
  const open = asked.get("open") === "true";
  const columns = useDisputeColumns();
  const pages = usePages([...DISPUTES_KEY, open], (cursor) => {
    const query = { limit: 50, open, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/figure-disputes", { params: { query } }));
  });
  return (
    <>
      <h1>{t("disputes.title")}</h1>
      <TimelinessTabs />
      <p className="lead">{t("disputes.lead")}</p>
      <label className="radio">
        <input type="checkbox" checked={open} onChange={() => setAsked(open ? {} : { open: "true" })} />
        {t("disputes.open")}
      </label>
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("disputes.title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ proceedingId }) => proceedingId}
            empty={t("disputes.empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </>
  );
}

/** How a dispute is named in a sentence. */
function useWhat(): (dispute: Dispute) => string {
  const { t } = useWords(STATEMENTS_WORDS);
  const { bodyName, itemName } = useNames();
  const rateName = useRateName();
  return ({ body, month, rate, item }) =>
    t("disputes.what", { body: bodyName(body), month, rate: rateName(rate), item: itemName(item) });
}

function useDisputeColumns(): readonly Column<Dispute>[] {
  const { t } = useWords(STATEMENTS_WORDS);
  const personName = usePersonName();
  const what = useWhat();
  return [
    {
      key: "figure",
      title: t("disputes.figure"),
      value: what,
      show: (dispute) => (
        <>
          {what(dispute)}
          <br />
          <span className="quiet small">
            {share(dispute.numerator, dispute.denominator)} ({count(dispute.numerator)} / {count(dispute.denominator)})
            · {t("disputes.rows", { count: dispute.rows.length })} ·{" "}
            <Link to={`/timeliness/statements/${dispute.statementId}`}>{t("disputes.see")}</Link>
          </span>
          <DisputeHistory proceedingId={dispute.proceedingId} />
        </>
      ),
    },
    {
      key: "state",
      title: t("disputes.state"),
      value: ({ state }) => t(disputeStateKey(state)),
      show: ({ state }) => <State state={state} />,
    },
    { key: "opened", title: t("disputes.openedAt"), value: ({ openedAt }) => moment(openedAt), steady: true },
    { key: "by", title: t("disputes.openedBy"), value: ({ openedBy }) => personName(openedBy) },
    {
      key: "acts",
      title: t("disputes.acts"),
      value: () => "",
      show: (dispute) => <Acts dispute={dispute} what={what(dispute)} />,
    },
  ];
}

const SHAPES: Readonly<Record<string, readonly [string, string]>> = {
  open: ["△", "warning"],
  upheld: ["✓", "done"],
  dismissed: ["✕", "plain"],
};

function State({ state }: { readonly state: string }) {
  const { t } = useWords(STATEMENTS_WORDS);
  const [shape, kind] = SHAPES[state] ?? ["○", "plain"];
  return (
    <span className={`state state-${kind}`}>
      <span aria-hidden="true">{shape}</span> {t(disputeStateKey(state))}
    </span>
  );
}

/** The acts that this person may take now; after one was upheld, the correction that may follow. */
function Acts({ dispute, what }: { readonly dispute: Dispute; readonly what: string }) {
  const session = useSession().data;
  const acts = ACTS.filter((act) => dispute.allowed.includes(act));
  if (dispute.state === "upheld" && session && mayOpen(session, "figures:decide"))
    return <Correct month={dispute.month} dispute={dispute.proceedingId} />;
  if (acts.length === 0) return <span className="quiet">–</span>;
  return (
    <div className="actions">
      {acts.map((act) => (
        <TakeAct key={act} act={act} dispute={dispute} what={what} />
      ))}
    </div>
  );
}

function TakeAct({ act, dispute, what }: { readonly act: Act; readonly dispute: Dispute; readonly what: string }) {
  const { t } = useWords(STATEMENTS_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const step = useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST("/api/v1/figure-disputes/{proceedingId}/{act}", {
          params: { path: { proceedingId: dispute.proceedingId, act } },
          body: { reason },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["figures"] }),
  });
  return (
    <ReasonedStep verb={t(`act.${act}`)} effect={t(`effect.${act}`, { what })} step={step} danger={act === "dismiss"} />
  );
}
