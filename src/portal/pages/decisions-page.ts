import type { JudgedDecision } from "#publish";
import { lastOfMonth, parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { exclusionWords } from "../exclusion-words.ts";
import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import { bodyName, itemTitle, link, type PageContext } from "../page-context.ts";

const PAGE = 100;

/** The decisions behind one figure of timeliness, each with how it counts. */
export async function decisionsPage(context: PageContext, query: Readonly<Record<string, string>>): Promise<Html> {
  const { t, data } = context;
  const { item, body, month, cursor } = query;
  const first = parseLocalDate(`${month ?? ""}-01`);
  const filter = {
    ...(item === undefined ? {} : { item }),
    ...(body === undefined ? {} : { body }),
    ...(first === null ? {} : { from: first, to: lastOfMonth(first) }),
  };
  const { items, next } = await data.decisions(filter, cursor ?? null, PAGE);
  const title = [
    body === undefined ? null : bodyName(context, body),
    item === undefined ? null : itemTitle(context, item),
    month,
  ]
    .filter((part) => part !== null && part !== undefined)
    .join(" · ");
  const main = html`<h1>${t("decisions.title")}</h1>
    ${title === "" ? "" : html`<p class="lead">${title}</p>`}
    ${
      items.length === 0
        ? html`<p class="empty">${t("decisions.none")}</p>`
        : html`<table class="rows">
            <thead>
              <tr>
                <th scope="col">${t("decisions.decided")}</th>
                <th scope="col">${t("filter.item")}</th>
                <th scope="col">${t("filter.body")}</th>
                <th scope="col">${t("decisions.due")}</th>
                <th scope="col">${t("decisions.published")}</th>
                <th scope="col">${t("decisions.counts")}</th>
              </tr>
            </thead>
            <tbody>
              ${items.map((row) => line(context, row, data.clock.today()))}
            </tbody>
          </table>`
    }
    ${next === null ? "" : html`<p class="more"><a rel="next" href="${link("/statistics/decisions", { item, body, month, cursor: next })}">${t("list.next")}</a></p>`}`;
  return layout(context, {
    title: t("decisions.title"),
    section: "statistics",
    trail: [["/statistics", t("nav.statistics")]],
    main,
  });
}

function line(context: PageContext, row: JudgedDecision, today: LocalDate): Html {
  const { t } = context;
  const named = (
    key:
      | "decisions.decided"
      | "filter.item"
      | "filter.body"
      | "decisions.due"
      | "decisions.published"
      | "decisions.counts",
    content: Html | string,
  ): Html => html`<td data-label="${t(key)}">${content}</td>`;
  const verdict = row.excluded
    ? html`<span class="state">${t(exclusionWords(row.excluded))}</span>`
    : row.onTime === true
      ? html`<span class="on-time">${t("record.onTime")}</span>`
      : html`<span class="late"
          >${row.publishedOn === null ? t("decisions.notYet", { day: today }) : t("decisions.late")}</span
        >`;
  return html`<tr>
    ${named("decisions.decided", row.recordId === null ? row.decisionDate : html`<a href="/records/${row.recordId}">${row.decisionDate}</a>`)}
    ${named("filter.item", itemTitle(context, row.item))} ${named("filter.body", bodyName(context, row.sourceBody))}
    ${named("decisions.due", row.dueOn ?? row.dueMissing ?? "–")}
    ${named("decisions.published", row.publishedOn ?? "–")} ${named("decisions.counts", verdict)}
  </tr>`;
}
