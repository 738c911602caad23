import type { StatementSummary } from "#figures";
import { checkedFilter, type TimelinessFigure } from "#publish";
import { addMonths, formatInstant, parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import { bodyName, itemTitle, link, type PageContext } from "../page-context.ts";
import { monthBars } from "../month-bars.ts";
import { exclusionWords } from "../exclusion-words.ts";
import { grouped, share } from "./home-page.ts";

const MONTHS = 12;

interface Sum {
  readonly onTime: number;
  readonly due: number;
}

/** On-time publication of the last twelve months: as a whole, by body and month, with every numerator and denominator. */
export async function statisticsPage(context: PageContext, query: Readonly<Record<string, string>>): Promise<Html> {
  const { t, data } = context;
  const today = data.clock.today();
  const from = firstOfMonth(addMonths(today, 1 - MONTHS));
  const item = checkedFilter(data.catalogue, { item: query["item"] }).item ?? null;
  const figures = await data.timeliness({ from, to: today, ...(item === null ? {} : { item }) });
  const months = Array.from({ length: MONTHS }, (_, at) => addMonths(from, at).slice(0, 7));
  const all = sum(figures);
  const statements = await data.statements(MONTHS);
  const main = html`<h1>${t("statistics.title")}</h1>
    <p class="lead">${t("statistics.lead", { days: data.usualDays() })}</p>
    ${itemTabs(context, item)}
    ${
      figures.length === 0
        ? html`<p class="empty">${t("statistics.none")}</p>`
        : html`<p class="sentence">
              ${t("statistics.sentence", { from: months[0] ?? "", to: months.at(-1) ?? "", due: grouped(all.due), onTime: grouped(all.onTime), share: share(all.onTime, all.due) })}
            </p>
            ${perItem(context, figures, months)} ${heatMap(context, figures, months, item)}
            ${excluded(context, figures)}`
    }
    ${stated(context, statements)}`;
  return layout(context, { title: t("statistics.title"), section: "statistics", trail: [], main });
}

function firstOfMonth(day: LocalDate): LocalDate {
  const first = parseLocalDate(`${day.slice(0, 7)}-01`);
  if (!first) throw new Error(`no month of ${day}`);
  return first;
}

function sum(figures: readonly TimelinessFigure[]): Sum {
  return figures.reduce((all, one) => ({ onTime: all.onTime + one.onTime, due: all.due + one.due }), {
    onTime: 0,
    due: 0,
  });
}

function itemTabs(context: PageContext, chosen: string | null): Html {
  const { t, data } = context;
  const items = [
    ...new Set(
      data.catalogue.items
        .filter((item) => data.deadlineRule(item, data.clock.today()) !== null)
        .map((item) => item.item),
    ),
  ];
  return html`<nav class="tabs" aria-label="${t("filter.item")}">
    <a href="/statistics" ${chosen === null ? html`aria-current="true"` : ""}>${t("subject.all")}</a>
    ${items.map((item) => html`<a href="${link("/statistics", { item })}" ${item === chosen ? html`aria-current="true"` : ""}>${itemTitle(context, item)}</a>`)}
  </nav>`;
}

function perItem(context: PageContext, figures: readonly TimelinessFigure[], months: readonly string[]): Html {
  const { t } = context;
  const items = [...new Set(figures.map((figure) => figure.item))].toSorted();
  return html`<section>
    <h2>${t("statistics.byItem")}</h2>
    <div class="multiples">
      ${items.map((item) => {
        const own = figures.filter((figure) => figure.item === item);
        const total = sum(own);
        const bars = months.map((month) => ({ month, ...sum(own.filter((figure) => figure.month === month)) }));
        return html`<figure>
          <figcaption>
            <b>${itemTitle(context, item)}</b> <span>${total.onTime} / ${total.due}</span>
            <span>${share(total.onTime, total.due)}</span>
          </figcaption>
          ${monthBars(bars, t("statistics.bars", { item: itemTitle(context, item) }), t)}
        </figure>`;
      })}
    </div>
  </section>`;
}

/** Bodies by months; each cell says its numerator and denominator in figures and leads to the decisions behind it. */
function heatMap(
  context: PageContext,
  figures: readonly TimelinessFigure[],
  months: readonly string[],
  item: string | null,
): Html {
  const { t } = context;
  const bodies = [...new Set(figures.map((figure) => figure.sourceBody))]
    .map((body) => ({
      body,
      name: bodyName(context, body),
      total: sum(figures.filter((figure) => figure.sourceBody === body)),
    }))
    .toSorted((a, b) => b.total.due - a.total.due || (a.name < b.name ? -1 : 1));
  return html`<section>
    <h2>${t("statistics.byBody")}</h2>
    <p class="legend">
      ${t("statistics.legend")} <span class="heat full">100%</span> <span class="heat most">≥ 90%</span>
      <span class="heat some">≥ 60%</span> <span class="heat few">&lt; 60%</span>
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label="${t("statistics.byBody")}">
      <table class="heat-map">
        <thead>
          <tr>
            <th scope="col">${t("filter.body")}</th>
            ${months.map((month, at) => monthHeading(month, at === 0))}
            <th scope="col">${t("statistics.total")}</th>
          </tr>
        </thead>
        <tbody>
          ${bodies.map(
            ({ body, name, total }) =>
              html`<tr>
                <th scope="row">${name}</th>
                ${months.map((month) => cell(sum(figures.filter((figure) => figure.sourceBody === body && figure.month === month)), decisions(body, month, item)))}
                ${cell(total, decisions(body, null, item))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** Names the year where it begins; for a reader by ear every month is named whole. */
function monthHeading(month: string, isFirst: boolean): Html {
  const [year = "", number = ""] = month.split("-");
  const shown = isFirst || number === "01" ? html`<span class="year">${year}</span>` : "";
  return html`<th scope="col" aria-label="${month}">${shown}${number}</th>`;
}

function decisions(body: string, month: string | null, item: string | null): string {
  return link("/statistics/decisions", { body, month, item });
}

function cell({ onTime, due }: Sum, href: string): Html {
  if (due === 0) return html`<td class="heat none">–</td>`;
  const part = onTime / due;
  const level = part === 1 ? "full" : part >= 0.9 ? "most" : part >= 0.6 ? "some" : "few";
  return html`<td class="heat ${level}"><a href="${href}">${onTime}/${due}</a></td>`;
}

/** What was stated of past months, to be kept and checked by anybody. */
function stated({ t }: PageContext, statements: readonly StatementSummary[]): Html {
  if (statements.length === 0) return html``;
  return html`<section>
    <h2>${t("statistics.stated")}</h2>
    <p>
      ${t("statistics.statedLead")}
      <a href="/api/v1/figures/key">${t("statistics.statedKey")}</a>
    </p>
    <dl class="reasons">
      ${statements.map(
        ({ statementId, month, number, frozenAt, supersededBy }) =>
          html`<div>
            <dt>
              <a href="/api/v1/figures/statements/${statementId}">${month}</a>
              ${number === 1 ? "" : t("statistics.correction", { number })}
              ${supersededBy === null ? "" : t("statistics.replaced")}
            </dt>
            <dd>${formatInstant(frozenAt)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

function excluded(context: PageContext, figures: readonly TimelinessFigure[]): Html {
  const { t } = context;
  const counts = new Map<string, number>();
  for (const figure of figures)
    for (const [reason, count] of Object.entries(figure.excluded))
      counts.set(reason, (counts.get(reason) ?? 0) + count);
  if (counts.size === 0) return html``;
  return html`<section>
    <h2>${t("statistics.excluded")}</h2>
    <p>${t("statistics.excludedLead")}</p>
    <dl class="reasons">
      ${[...counts].map(
        ([reason, count]) =>
          html`<div>
            <dt>${t(exclusionWords(reason))}</dt>
            <dd>${grouped(count)}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}
