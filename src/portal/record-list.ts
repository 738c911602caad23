import type { PublicRecordSummary } from "#publish";
import { LONG_TERM } from "../kernel/time.ts";
import { html, type Html } from "./html.ts";
import { authorityName, itemTitle, type PageContext } from "./page-context.ts";

/** Records as a list that reads on a phone and on paper: when, what, who decided, until when. */
export function recordList(
  context: PageContext,
  records: readonly PublicRecordSummary[],
  show: { readonly subject: boolean } = { subject: true },
): Html {
  return html`<ol class="records">
    ${records.map(
      (record) =>
        html`<li>
          <time datetime="${record.decisionDate}">${record.decisionDate}</time>
          <div>
            <p class="what">${what(context, record)}</p>
            <p class="who">
              ${show.subject ? subjectLink(record) : ""}${record.documentNumber === "" ? "" : html`<span class="number">${record.documentNumber}</span>`}<span
                >${authorityName(context, record)}</span
              >
            </p>
            ${states(context, record)}
          </div>
        </li>`,
    )}
  </ol>`;
}

/** Kind and headline; where a record has neither headline nor number, its kind leads to it. */
function what(context: PageContext, record: PublicRecordSummary): Html {
  const kind = itemTitle(context, record.item);
  const headline = record.headline || record.documentNumber;
  if (headline === "") return html`<a href="/records/${record.recordId}">${kind}</a>`;
  return html`<span class="kind">${kind}</span> <a href="/records/${record.recordId}">${headline}</a>`;
}

function subjectLink(record: PublicRecordSummary): Html {
  return record.uscc === null
    ? html`<span>${record.subjectName}</span>`
    : html`<a href="/subjects/${record.uscc}">${record.subjectName}</a>`;
}

/** What holds of a record today, in words: severity, until when it is public, whether a licence has run out. */
export function states({ t, data }: PageContext, record: PublicRecordSummary): Html {
  const severity = severityWords(record.severity);
  const isOver = record.validTo !== null && record.validTo !== LONG_TERM && record.validTo < data.clock.today();
  const parts = [
    severity === null ? "" : html`<span class="state force">${t(severity)}</span>`,
    isOver ? html`<span class="state over">${t("record.licenceOver", { day: record.validTo ?? "" })}</span>` : "",
    record.publicUntil === null
      ? ""
      : html`<span class="state">${t("record.publicUntil", { day: record.publicUntil })}</span>`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? html`` : html`<p class="states">${parts}</p>`;
}

/** The key of the words for a class of severity. */
export function severityWords(
  severity: string | null,
): "severity.minor" | "severity.general" | "severity.serious" | null {
  if (severity === "minor") return "severity.minor";
  if (severity === "general") return "severity.general";
  return severity === "serious" ? "severity.serious" : null;
}
