import { Link } from "react-router";
import type { FiledRecord } from "../../../../client/index.ts";
import { moment } from "../../numbers.ts";
import { usePersonName } from "../../people.ts";
import { useWords } from "../../words.ts";
import { useFieldTitles } from "./field-titles.ts";
import { RECORDS_WORDS } from "./records.words.ts";

type Version = FiledRecord["versions"][number];
const CAUSES = ["first", "correction", "withdrawal", "rehoming"] as const;

/** Every version, the newest first: when, why, by whom, and which fields changed. */
export function VersionList({ record }: { readonly record: FiledRecord }) {
  const { t } = useWords(RECORDS_WORDS);
  return (
    <section>
      <h2>{t("record.versions")}</h2>
      <ol reversed className="causes">
        {record.versions.toReversed().map((version) => (
          <VersionOf key={`${version.subjectId} ${version.version}`} version={version} record={record} />
        ))}
      </ol>
    </section>
  );
}

function VersionOf({ version, record }: { readonly version: Version; readonly record: FiledRecord }) {
  const { t, pick } = useWords(RECORDS_WORDS);
  const titlesOf = useFieldTitles(record.form);
  const personName = usePersonName();
  const cause = CAUSES.find((one) => one === version.cause) ?? "correction";
  const ground = record.grounds.find((one) => one.ground === version.ground);
  return (
    <li className="cause">
      <p className="cause-head">
        <strong>{t("version.number", { version: version.version })}</strong>
        <span>
          {t(`version.${cause}`)}
          {ground ? `（${pick(ground.title)}）` : ""}
        </span>
        <time dateTime={version.knownFrom} className="cause-count quiet">
          {moment(version.knownFrom)}
        </time>
      </p>
      {version.changedFields.length === 0 ? null : (
        <p>{t("version.changed", { fields: titlesOf(version.changedFields) })}</p>
      )}
      {version.reason === null ? null : <p>{t("version.reason", { reason: version.reason })}</p>}
      <p className="quiet">
        {version.batchId === null ? null : (
          <>
            <Link to={`/report/${version.batchId}`}>{t("version.batch")}</Link>{" "}
            {version.row === null ? null : t("version.row", { row: version.row })}
          </>
        )}
        {version.proceedingId === null ? null : (
          <>
            <Link to={`/amendments/${version.proceedingId}`}>{t("version.decision")}</Link>{" "}
            {[version.proposedBy ?? "", version.recordedBy]
              .map((id) => record.people[id] ?? personName(id))
              .join(" → ")}
          </>
        )}
      </p>
    </li>
  );
}
