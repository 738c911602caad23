import { Link, useLocation, useParams } from "react-router";
import type { FiledRecord } from "../../../../client/index.ts";
import { useNames } from "../../catalogue.ts";
import { moment } from "../../numbers.ts";
import { RecordPapers } from "../../record/record-papers.tsx";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";
import { TermFacts } from "../entry/term-facts.tsx";
import { cellWords } from "./cell-words.ts";
import { RecordState } from "./record-state.tsx";
import { RECORDS_WORDS } from "./records.words.ts";
import { useFiledRecord } from "./use-record.ts";
import { VersionList } from "./version-list.tsx";

/** One record: what it says, how it stands with its publication, every version, and what can be proposed. */
export function RecordScreen() {
  const { t } = useWords(RECORDS_WORDS);
  const { recordId = "" } = useParams();
  const { search } = useLocation();
  const query = useFiledRecord(recordId);
  return (
    <>
      <p className="trail">
        <Link to={`/records${search}`}>{t("record.back")}</Link>
      </p>
      <Loaded query={query} heading={t("records.title")}>
        {(record) => (
          <>
            <Head record={record} />
            <div className="entry-columns facts-first">
              <div>
                <Content record={record} />
                <VersionList record={record} />
                <RecordPapers recordId={record.recordId} />
              </div>
              <Facts record={record} />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

function Head({ record }: { readonly record: FiledRecord }) {
  const { t } = useWords(RECORDS_WORDS);
  const { itemName, bodyName } = useNames();
  const { search } = useLocation();
  const { recordId, documentNumber, subjectName, uscc, item, sourceBody, waiting, allowed } = record;
  return (
    <>
      <h1>{documentNumber || subjectName}</h1>
      <p className="quiet">
        {subjectName} {uscc === null ? null : <code>{uscc}</code>} · {itemName(item)} · {bodyName(sourceBody)}
      </p>
      {waiting === null ? null : (
        <Notice
          kind="warning"
          title={t("record.waits")}
          actions={<Link to={`/amendments/${waiting}`}>{t("record.see")}</Link>}
        />
      )}
      {allowed.length === 0 ? null : (
        <p className="actions">
          <Link className="act" to={`/records/${recordId}/correct${search}`}>
            {t("record.correct")}
          </Link>
          <Link className="act act-danger" to={`/records/${recordId}/withdraw${search}`}>
            {t("record.withdraw")}
          </Link>
        </p>
      )}
    </>
  );
}

function Content({ record: { form, cells } }: { readonly record: FiledRecord }) {
  const { pick, language } = useWords(RECORDS_WORDS);
  const groups = form.groups
    .map((group) => ({ ...group, fields: group.fields.filter(({ key }) => (cells[key] ?? "") !== "") }))
    .filter(({ fields }) => fields.length > 0);
  return groups.map((group) => (
    <section key={group.key}>
      <h2>{pick(group.title)}</h2>
      <dl className="facts">
        {group.fields.map((field) => (
          <div key={field.key}>
            <dt>{pick(field.title)}</dt>
            <dd>{cellWords(field, cells[field.key] ?? "", language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}

function Facts({ record }: { readonly record: FiledRecord }) {
  const { t } = useWords(RECORDS_WORDS);
  const { publication, term, recordId, hold, state } = record;
  return (
    <aside className="entry-hints" aria-label={t("record.facts")}>
      <h3>{t("records.state")}</h3>
      <p>
        <RecordState record={record} />
      </p>
      {publication === null ? null : (
        <dl className="hint-facts">
          <dt>{t("record.reported")}</dt>
          <dd>{moment(publication.reportedAt)}</dd>
          {publication.firstPublicAt === null ? null : (
            <>
              <dt>{t("record.since")}</dt>
              <dd>{moment(publication.firstPublicAt)}</dd>
              <dt>{t("record.until")}</dt>
              <dd>{publication.publicUntil ?? t("record.noEnd")}</dd>
            </>
          )}
        </dl>
      )}
      {term === null ? null : (
        <>
          <h3>{t("records.due")}</h3>
          <TermFacts term={term} settled={publication?.firstPublicAt !== null} />
        </>
      )}
      {hold === null && state === "active" ? (
        <p>
          <a href={`/records/${recordId}`}>{t("record.open")}</a>
        </p>
      ) : null}
    </aside>
  );
}
