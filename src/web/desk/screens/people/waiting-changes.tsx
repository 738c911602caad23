import { useState } from "react";
import { take, type AccessChange } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { usePersonName } from "../../people.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { useTelling } from "./access-change.ts";
import { ChangeActs } from "./change-acts.tsx";
import { InvitationOnce } from "./invitation-once.tsx";
import { CHANGES_KEY, type Outcome } from "./outcome.ts";
import { PEOPLE_WORDS } from "./people.words.ts";

/** Changes that somebody proposed and another person decides. */
export function WaitingChanges() {
  const { t } = useWords(PEOPLE_WORDS);
  const api = useApi();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const columns = useChangeColumns(setOutcome);
  const pages = usePages(CHANGES_KEY, (cursor) => {
    const query = { open: true, limit: 50, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/access-changes", { params: { query } }));
  });
  return (
    <section>
      <h2>{t("waiting.title")}</h2>
      {outcome ? <Notice kind="done" title={outcome.title} /> : null}
      {outcome?.invitation ? (
        <InvitationOnce half="second" name={outcome.name} invitation={outcome.invitation} />
      ) : null}
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("waiting.title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ proceedingId }) => proceedingId}
            empty={t("waiting.empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </section>
  );
}

function useChangeColumns(onDone: (outcome: Outcome) => void): readonly Column<AccessChange>[] {
  const { t } = useWords(PEOPLE_WORDS);
  const tell = useTelling();
  const personName = usePersonName();
  return [
    { key: "change", title: t("waiting.change"), value: (change) => tell(change).what },
    { key: "reason", title: t("waiting.reason"), value: ({ reason }) => reason },
    { key: "by", title: t("waiting.by"), value: ({ openedBy }) => personName(openedBy) },
    { key: "at", title: t("waiting.at"), value: ({ openedAt }) => moment(openedAt), steady: true },
    {
      key: "until",
      title: t("waiting.until"),
      value: ({ lapsesAt }) => (lapsesAt === null ? "" : moment(lapsesAt)),
      steady: true,
    },
    {
      key: "acts",
      title: t("waiting.acts"),
      value: ({ allowed }) => (allowed.length === 0 ? t("waiting.others") : ""),
      show: (change) => <ChangeActs change={change} onDone={onDone} />,
    },
  ];
}
