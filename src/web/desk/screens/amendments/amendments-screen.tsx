import { Link } from "react-router";
import { take, type Amendment } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { moment } from "../../numbers.ts";
import { usePersonName } from "../../people.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useAsked } from "../../table/asked.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { TermLeft } from "../entry/term-facts.tsx";
import { AmendmentState } from "./amendment-state.tsx";
import { AMENDMENTS_KEY } from "./amendments-key.ts";
import { AMENDMENTS_WORDS } from "./amendments.words.ts";
import { useWaiting } from "./waiting.ts";

/** Proposed corrections and withdrawals: those that wait, or all. */
export function AmendmentsScreen() {
  const { t } = useWords(AMENDMENTS_WORDS);
  const [asked, ask] = useAsked();
  const all = asked("show") === "all";
  return (
    <>
      <h1>{t("amendments.title")}</h1>
      <p className="lead">{t("amendments.lead")}</p>
      <div className="choices">
        <Choice
          label={t("amendments.show")}
          value={all ? "all" : ""}
          options={[
            { value: "", label: t("amendments.waiting") },
            { value: "all", label: t("amendments.all") },
          ]}
          onChange={ask("show")}
        />
      </div>
      {all ? <AllOfThem /> : <Waiting />}
    </>
  );
}

function Waiting() {
  const { t } = useWords(AMENDMENTS_WORDS);
  const columns = useColumns().filter(({ key }) => key !== "state");
  return (
    <Loaded query={useWaiting()}>
      {(rows) => (
        <DataTable
          title={t("amendments.title")}
          columns={columns}
          rows={rows}
          rowKey={({ proceedingId }) => proceedingId}
          empty={t("amendments.empty")}
        />
      )}
    </Loaded>
  );
}

function AllOfThem() {
  const { t } = useWords(AMENDMENTS_WORDS);
  const api = useApi();
  const columns = useColumns();
  const pages = usePages([...AMENDMENTS_KEY, "all"], (cursor) =>
    take(api.GET("/api/v1/amendments", { params: { query: { limit: 50, ...(cursor ? { cursor } : {}) } } })),
  );
  return (
    <Loaded query={pages.query}>
      {() => (
        <DataTable
          title={t("amendments.title")}
          columns={columns}
          rows={pages.rows}
          rowKey={({ proceedingId }) => proceedingId}
          empty={t("amendments.emptyAll")}
          more={pages.more}
          loadAll={pages.loadAll}
        />
      )}
    </Loaded>
  );
}

function useColumns(): readonly Column<Amendment>[] {
  const { t, pick } = useWords(AMENDMENTS_WORDS);
  const { bodyName } = useNames();
  const personName = usePersonName();
  return [
    {
      key: "document",
      title: t("amendments.document"),
      value: ({ documentNumber }) => documentNumber,
      show: ({ proceedingId, documentNumber, subjectName }) => (
        <Link to={`/amendments/${proceedingId}`}>{documentNumber || subjectName}</Link>
      ),
      steady: true,
    },
    { key: "what", title: t("amendments.what"), value: ({ kind }) => t(`kind.${kind}`), steady: true },
    { key: "party", title: t("amendments.party"), value: ({ subjectName }) => subjectName },
    { key: "ground", title: t("amendments.ground"), value: ({ groundTitle }) => pick(groundTitle) },
    {
      key: "due",
      title: t("amendments.due"),
      value: ({ dueOn }) => dueOn,
      show: ({ dueOn, state }) =>
        dueOn === null ? (
          "–"
        ) : (
          <>
            {dueOn} {state === "proposed" ? <TermLeft due={dueOn} /> : null}
          </>
        ),
      steady: true,
    },
    { key: "body", title: t("amendments.body"), value: ({ sourceBody }) => bodyName(sourceBody) },
    {
      key: "by",
      title: t("amendments.by"),
      value: ({ openedBy, openedByName }) => openedByName ?? personName(openedBy),
    },
    { key: "at", title: t("amendments.at"), value: ({ openedAt }) => moment(openedAt), steady: true },
    {
      key: "state",
      title: t("amendments.state"),
      value: ({ state }) => state,
      show: ({ state }) => <AmendmentState state={state} />,
    },
  ];
}
