import type { PublicSubjectSummary, SearchResult } from "#publish";
import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import { link, type PageContext } from "../page-context.ts";
import { recordList } from "../record-list.ts";
import { searchForm } from "../search-form.ts";

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

function results(context: PageContext, text: string, { subjects, records }: SearchResult): Html {
  const { t } = context;
  if (subjects.length === 0 && records.length === 0) {
    return html`<div class="empty" role="status">
      <p>${t("search.none", { text })}</p>
      <ul>
        <li>${t("search.hint.name")}</li>
        <li>${t("search.hint.code")}</li>
        <li>${t("search.hint.number")}</li>
        <li>${t("search.hint.person")}</li>
      </ul>
    </div>`;
  }
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
          <ol class="subjects">
            ${subjects.map((subject) => subjectLine(context, subject))}
          </ol>
        </section>`
  }`;
}

function subjectLine({ t }: PageContext, subject: PublicSubjectSummary): Html {
  return html`<li>
    <a href="/subjects/${subject.uscc ?? subject.subjectId}">${subject.name}</a>
    ${subject.matchedName === null ? "" : html`<span class="former">${t("search.former", { name: subject.matchedName })}</span>`}
    <span class="code">${subject.uscc ?? ""}</span>
    <span class="count">${t("search.count", { count: subject.publicRecords })}</span>
  </li>`;
}
