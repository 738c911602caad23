import { checkedFilter, checkEmpty, type Page, type PublicRecordSummary } from "#publish";
import { Problem } from "../../kernel/problem.ts";
import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import { link, type PageContext } from "../page-context.ts";
import { recordList } from "../record-list.ts";
import { grouped } from "./home-page.ts";

const PAGE = 25;

/** The lists of publicity, filtered by item, body and day of decision. */
export async function publicityPage(context: PageContext, query: Readonly<Record<string, string>>): Promise<Html> {
  const { t } = context;
  const { list, fault } = await read(context, query);
  const { cursor: _cursor, lang: _lang, ...kept } = query;
  const main = html`<h1>${t("publicity.title")}</h1>
    <p class="lead">${t("publicity.lead")}</p>
    ${filterForm(context, query)} ${fault === null ? "" : html`<p class="problem" role="alert">${fault}</p>`}
    ${
      list === null
        ? ""
        : list.items.length === 0
          ? html`<p class="empty">${t("publicity.none")} <a href="/publicity">${t("publicity.reset")}</a></p>`
          : html`<p class="total" role="status">
                ${t(list.total.relation === "eq" ? "publicity.total" : "publicity.totalMore", { count: grouped(list.total.value) })}
              </p>
              ${recordList(context, list.items)}`
    }
    ${list === null || list.next === null ? "" : html`<p class="more"><a rel="next" href="${link("/publicity", { ...kept, cursor: list.next })}">${t("list.next")}</a></p>`}`;
  return layout(context, { title: t("publicity.title"), section: "publicity", trail: [], main });
}

interface Found {
  readonly list: Page<PublicRecordSummary> | null;
  /** Why nothing can be listed, in words. */
  readonly fault: string | null;
}

/** The list that the filter asks for; a filter that can meet nothing is told above the form. */
async function read({ data, pick }: PageContext, query: Readonly<Record<string, string>>): Promise<Found> {
  try {
    const { item, body, from, to } = query;
    const filter = checkedFilter(data.catalogue, { item, body, from, to });
    const list = await data.records(filter, query["cursor"] ?? null, PAGE);
    if (list.items.length === 0) checkEmpty(data.catalogue, filter);
    return { list, fault: null };
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith("publish/")) throw error;
    return {
      list: null,
      fault: pick({
        zh: `${error.kind.title.zh}。${error.kind.remedy.zh}`,
        en: `${error.kind.title.en}. ${error.kind.remedy.en}`,
      }),
    };
  }
}

function filterForm({ t, data, pick }: PageContext, query: Readonly<Record<string, string>>): Html {
  const items = [
    ...new Map(
      data.catalogue.items.filter((item) => item.disclosure === "public").map((item) => [item.item, item]),
    ).values(),
  ];
  const option = (value: string, words: string, chosen: string | undefined): Html =>
    html`<option value="${value}" ${value === chosen ? html`selected` : ""}>${words}</option>`;
  return html`<form class="filter" action="/publicity" method="get">
    <label
      >${t("filter.item")}<select name="item">
        <option value="">${t("filter.any")}</option>
        ${items.map((item) => option(item.item, pick(item.title), query["item"]))}
      </select></label
    >
    <label
      >${t("filter.body")}<select name="body">
        <option value="">${t("filter.any")}</option>
        ${[...data.catalogue.bodies.values()].map((body) => option(body.body, pick(body.name), query["body"]))}
      </select></label
    >
    <label>${t("filter.from")}<input type="date" name="from" value="${query["from"] ?? ""}" /></label>
    <label>${t("filter.to")}<input type="date" name="to" value="${query["to"] ?? ""}" /></label>
    <button type="submit">${t("filter.apply")}</button>
  </form>`;
}
