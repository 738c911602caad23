import { SUBJECT_RECORDS_CEILING, type PublicSubjectSummary, type SearchResult } from "#publish";
import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import { markedName } from "../marked-name.ts";
import { link, type PageContext } from "../page-context.ts";
import { recordList } from "../record-list.ts";
import { searchForm } from "../search-form.ts";
import type { WordKey } from "../words.ts";

const PAGE = 20;

/** Results of a search; `redirect` where the query is the exact code of a subject. */
export async function searchPage(
  context: PageContext,
  query: Readonly<Record<string, string>>,
): Promise<{ readonly page: Html } | { readonly redirect: string }> {
  const { t, data } = context;
  const text = (query["q"] ?? "").trim().slice(0, 200);
  const cursor = query["cursor"] ?? null;
  const found = await data.search(text, cursor, PAGE);
  const [only] = found.subjects;
  const isCode = /^[0-9A-Z]{18}$/.test(text.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase());
  if (isCode && only && found.subjects.length === 1 && only.uscc !== null)
    return { redirect: `/subjects/${only.uscc}` };
  const main = html`<h1>${t("search.title")}</h1>
    ${searchForm(context, text)}
    ${text === "" ? html`<p class="empty">${t("search.prompt")}</p>` : results(context, text, found)}
    ${found.next === null ? "" : html`<p class="more"><a rel="next" href="${link("/search", { q: text, cursor: found.next })}">${t("list.next")}</a></p>`}`;
  return {
    page: layout(context, {
      title: text === "" ? t("search.title") : `${text} · ${t("search.title")}`,
      trail: [],
      main,
    }),
  };
}

function results(context: PageContext, text: string, found: SearchResult): Html {
  const { t } = context;
  const { subjects, records, partial } = found;
  if (subjects.length === 0 && records.length === 0) return nothing(context, text, partial);
  return html`${
    records.length === 0
      ? ""
      : html`<section>
          <h2>${t("search.records", { count: records.length })}</h2>
          ${recordList(context, records)}
        </section>`
  }
  ${
    subjects.length === 0
      ? ""
      : html`<section>
          <h2>${t("search.subjects")}</h2>
          <p class="total" role="status">${totalWords(context, found)}</p>
          <ol class="subjects">
            ${subjects.map((subject) => subjectLine(context, subject))}
          </ol>
        </section>`
  }`;
}

function nothing({ t }: PageContext, text: string, partial: boolean): Html {
  return html`<div class="empty" role="status">
    <p>${t("search.none", { text })}</p>
    ${partial ? html`<p>${t("search.partial")}</p>` : ""}
    <ul>
      <li>${t("search.hint.name")}</li>
      <li>${t("search.hint.pinyin")}</li>
      <li>${t("search.hint.code")}</li>
      <li>${t("search.hint.number")}</li>
      <li>${t("search.hint.person")}</li>
    </ul>
  </div>`;
}

function totalWords({ t }: PageContext, { total, partial }: SearchResult): string {
  if (partial) return t("search.partial");
  return t(total.relation === "eq" ? "search.total" : "search.totalMore", { count: total.value });
}

function subjectLine(context: PageContext, subject: PublicSubjectSummary): Html {
  const { t } = context;
  const { matchedName, marks, name, publicRecords } = subject;
  const why = reasonWords(subject);
  const count = publicRecords >= SUBJECT_RECORDS_CEILING ? "search.countMore" : "search.count";
  return html`<li>
    <a href="/subjects/${subject.uscc ?? subject.subjectId}"
      >${matchedName === null ? markedName(name, marks) : name}</a
    >
    ${matchedName === null ? "" : html`<span class="former">${t("suggest.former")}${markedName(matchedName, marks)}</span>`}
    ${why === null ? "" : html`<span class="former">${t(why)}</span>`}
    <span class="code">${subject.uscc ?? ""}</span>
    <span class="count">${t(count, { count: publicRecords })}</span>
  </li>`;
}

/** Why a name was found that does not simply hold what was typed, or null where that can be seen. */
function reasonWords({ reason, marks }: PublicSubjectSummary): WordKey | null {
  switch (reason) {
    case "apart":
      return "search.why.apart";
    case "similar":
      return "search.why.similar";
    case "pinyin":
      return "search.why.pinyin";
    case "code":
      return "search.why.code";
    case "exact":
      return null;
    case "core":
    case "prefix":
    case "contains":
      return marks.length > 1 ? "search.why.otherForm" : null;
  }
}
