import { Button } from "antd";
import { Link } from "react-router";
import { take, type ReceivedNotice } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { Choice } from "../../choice.tsx";
import { NOTICES_KEY, useMarkRead } from "../../notices.ts";
import { moment } from "../../numbers.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useAsked } from "../../table/asked.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { usePages } from "../../table/pages.ts";
import { useWords } from "../../words.ts";
import { INBOX_WORDS } from "./inbox.words.ts";

/** All notices, unread ones first, with what was read. */
export function InboxScreen() {
  const { t } = useWords(INBOX_WORDS);
  const api = useApi();
  const [asked, ask] = useAsked();
  const unread = asked("show") === "unread";
  const mark = useMarkRead();
  const columns = useNoticeColumns((only) => mark.mutate({ only }));
  const pages = usePages([...NOTICES_KEY, "inbox", unread], (cursor) => {
    const query = { limit: 50, unread, ...(cursor ? { cursor } : {}) };
    return take(api.GET("/api/v1/notices", { params: { query } }));
  });
  // Ids ascend with time: what comes in meanwhile stays unread.
  const newest = pages.rows
    .filter(isUnread)
    .map(({ noticeId }) => noticeId)
    .toSorted()
    .at(-1);
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <div className="choices">
        <Choice
          label={t("show")}
          value={asked("show")}
          options={[
            { value: "", label: t("show.all") },
            { value: "unread", label: t("show.unread") },
          ]}
          onChange={ask("show")}
        />
        {newest === undefined ? null : (
          <Button loading={mark.isPending} onClick={() => mark.mutate({ upTo: newest })}>
            {t("mark.all")}
          </Button>
        )}
      </div>
      {mark.isError ? <ProblemNotice error={mark.error} /> : null}
      <Loaded query={pages.query}>
        {() => (
          <DataTable
            title={t("title")}
            columns={columns}
            rows={pages.rows}
            rowKey={({ noticeId }) => noticeId}
            empty={t(unread ? "empty.unread" : "empty")}
            more={pages.more}
            loadAll={pages.loadAll}
          />
        )}
      </Loaded>
    </>
  );
}

function useNoticeColumns(onRead: (noticeId: string) => void): readonly Column<ReceivedNotice>[] {
  const { t, pick } = useWords(INBOX_WORDS);
  const stateOf = (notice: ReceivedNotice): string => {
    if (notice.endedAt !== null) return t("state.ended");
    return t(isUnread(notice) ? "state.unread" : "state.read");
  };
  return [
    {
      key: "notice",
      title: t("notice"),
      value: ({ title }) => pick(title),
      show: (notice) => <NoticeWords notice={notice} onRead={onRead} />,
    },
    { key: "text", title: t("text"), value: ({ text }) => pick(text), exportOnly: true },
    {
      key: "state",
      title: t("state"),
      value: stateOf,
      show: (notice) => (
        <span className={isUnread(notice) ? "notice-unread" : "quiet"}>
          <span aria-hidden="true">{shapeOf(notice)}</span> {stateOf(notice)}
        </span>
      ),
      steady: true,
    },
    { key: "due", title: t("due"), value: ({ dueOn }) => dueOn, steady: true },
    { key: "at", title: t("at"), value: ({ madeAt }) => moment(madeAt), steady: true },
    {
      key: "acts",
      title: t("acts"),
      value: () => "",
      show: (notice) =>
        isUnread(notice) ? (
          <Button
            type="link"
            className="in-row"
            aria-label={`${t("mark.one")}：${pick(notice.title)}`}
            onClick={() => onRead(notice.noticeId)}
          >
            {t("mark.one")}
          </Button>
        ) : (
          "–"
        ),
    },
  ];
}

/** What is dealt with needs nobody's eyes any more. */
function isUnread({ readAt, endedAt }: ReceivedNotice): boolean {
  return readAt === null && endedAt === null;
}

function shapeOf(notice: ReceivedNotice): string {
  if (notice.endedAt !== null) return "✓";
  return isUnread(notice) ? "●" : "○";
}

interface WordsProps {
  readonly notice: ReceivedNotice;
  readonly onRead: (noticeId: string) => void;
}

/** Whoever follows a notice has read it. */
function NoticeWords({ notice, onRead }: WordsProps) {
  const { t, pick } = useWords(INBOX_WORDS);
  const { noticeId, title, text, link, mail } = notice;
  const unread = isUnread(notice);
  return (
    <>
      <Link
        to={link}
        className={unread ? "notice-unread" : undefined}
        onClick={() => {
          if (unread) onRead(noticeId);
        }}
      >
        {pick(title)}
      </Link>
      <span className="notice-text-below">{pick(text)}</span>
      {mail === "failed" ? (
        <span className="notice-text-below state-warning">
          <span aria-hidden="true">△</span> {t("mailFailed")}
        </span>
      ) : null}
    </>
  );
}
