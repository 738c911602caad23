import {
  dayText,
  deadlineText,
  fieldLabel,
  fieldWithRole,
  publicView,
  type CatalogueItem,
  type Citation,
} from "#catalogue";
import type { PublicRecord } from "#publish";
import { dateOf, formatInstant, type LocalDate } from "../../kernel/time.ts";
import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import { authorityName, bodyName, type PageContext } from "../page-context.ts";
import { severityWords, states } from "../record-list.ts";

/** One record: reads like the decision that it stands for; the margin says where it comes from and until when it is public. */
export function recordPage(context: PageContext, record: PublicRecord): Html {
  const { t, data, pick } = context;
  const item = data.catalogue.getItem(record.item, record.edition);
  if (!item) throw new Error(`the catalogue lacks ${record.item} edition ${record.edition}`);
  const subject = `/subjects/${record.uscc ?? record.subjectId}`;
  const title = record.headline || record.documentNumber || pick(item.title);
  const main = html`<article class="record">
    <header>
      <p class="kind">
        ${pick(item.title)}${record.documentNumber === "" ? "" : html` · <span class="number">${record.documentNumber}</span>`}
      </p>
      <h1>${title}</h1>
      <p class="party">
        <a href="${subject}">${record.subjectName}</a
        >${record.uscc === null ? "" : html` <span class="code">${record.uscc}</span>`}
      </p>
      <p class="decided">${deed(context, item, record)}</p>
      ${states(context, record)}
    </header>
    <div class="with-margin">
      <div class="decision">${content(context, item, record)}</div>
      <aside class="margin">
        <div class="first">${keyFacts(context, item, record)}</div>
        <div>${proofs(context, item, record)}</div>
      </aside>
    </div>
  </article>`;
  return layout(context, {
    title: `${title} · ${record.subjectName}`,
    description: t("record.description", { subject: record.subjectName, title, day: record.decisionDate }),
    trail: [[subject, record.subjectName]],
    main,
  });
}

/** Who did what when: administrative bodies decide; for other records the item's own titles of body and day say it. */
function deed(context: PageContext, item: CatalogueItem, record: PublicRecord): string {
  const { t, pick } = context;
  const body = authorityName(context, record);
  if (item.category === "administrative") return t("record.decided", { body, day: record.decisionDate });
  const titles = [fieldWithRole(item, "authority-name"), fieldWithRole(item, "decision-date")];
  const [bodyTitle, dayTitle] = titles.map((field) => (field ? pick(field.title) : ""));
  return t("record.deed", { bodyTitle: bodyTitle ?? "", body, dayTitle: dayTitle ?? "", day: record.decisionDate });
}

function content(context: PageContext, item: CatalogueItem, record: PublicRecord): Html {
  const { t, data, pick } = context;
  const view = publicView(data.catalogue, item);
  const masked = new Set(record.maskedFields);
  const groups = view.groups
    .map((group) => ({ ...group, fields: group.fields.filter((field) => record.values[field.key] !== undefined) }))
    .filter((group) => group.fields.length > 0);
  return html`${groups.map(
    (group) =>
      html`<section>
        <h2>${pick(group.title)}</h2>
        <dl class="fields">
          ${group.fields.map((field) => {
            const value = record.values[field.key];
            const words = value === undefined ? "" : pick(field.show(value));
            return html`<div class="${field.display}">
              <dt>${pick(field.title)}</dt>
              <dd>${words}${masked.has(field.key) ? html`<span class="masked">${t("record.masked")}</span>` : ""}</dd>
            </div>`;
          })}
        </dl>
      </section>`,
  )}`;
}

function keyFacts(context: PageContext, item: CatalogueItem, record: PublicRecord): Html {
  const { t, data } = context;
  const severity = severityWords(record.severity);
  const window = data.window(item, record.decisionDate, record.severity);
  return html`<section>
      <h2>${t("record.source")}</h2>
      <dl>
        <div>
          <dt>${t("record.reportedBy")}</dt>
          <dd>${bodyName(context, record.sourceBody)}</dd>
        </div>
        <div>
          <dt>${t("record.reportedAt")}</dt>
          <dd><time datetime="${record.reportedAt}">${formatInstant(record.reportedAt)}</time></dd>
        </div>
        <div>
          <dt>${t("record.publicSince")}</dt>
          <dd><time datetime="${record.firstPublicAt}">${formatInstant(record.firstPublicAt)}</time></dd>
        </div>
      </dl>
    </section>
    <section>
      <h2>${t("record.term")}</h2>
      ${arithmetic(context, item, record)}
    </section>
    <section>
      <h2>${t("record.until")}</h2>
      <p>
        ${record.publicUntil === null ? t("record.noEnd") : t("record.untilDay", { day: record.publicUntil })}${severity === null ? "" : ` ${t("record.severityIs", { severity: t(severity) })}`}
      </p>
      ${window === null ? "" : html`<p class="cite">${citation(context, window.basis)}${window.cappedBy === null ? "" : html`<br />${t("record.capped")}${citation(context, window.cappedBy)}`}</p>`}
    </section>`;
}

function proofs(context: PageContext, item: CatalogueItem, record: PublicRecord): Html {
  const { t, data, pick } = context;
  return html`<section>
      <h2>${t("record.versions")}</h2>
      <ol class="versions">
        ${record.changes.map(
          (change) =>
            html`<li>
              <time datetime="${change.at}">${formatInstant(change.at)}</time>
              ${t(`change.${change.cause}`)}${groundWords(context, change.ground)}${change.changedFields.length === 0 ? "" : t("record.changedFields", { fields: fieldTitles(item, change.changedFields, pick).join(t("list.comma")) })}
            </li>`,
        )}
      </ol>
    </section>
    <section>
      <h2>${t("record.proof")}</h2>
      <p>${t("record.commitment")}</p>
      <p class="hash">${record.commitment}</p>
      <p>
        <a href="/api/v1/records/${record.recordId}">${t("record.json")}</a> ·
        <a href="/catalogue/${record.item}">${t("record.dictionary")}</a>
      </p>
    </section>
    <section>
      <h2>${t("subject.reply.title")}</h2>
      <p>${t("subject.reply.words")}</p>
      <p>${pick(data.site.contact)}</p>
    </section>`;
}

function groundWords({ t, data, pick }: PageContext, ground: string | null): string {
  const words = ground === null ? null : data.ground(ground);
  return words === null ? "" : t("record.ground", { ground: pick(words) });
}

/** Titles of public fields; that another field changed is told without its name. */
function fieldTitles(item: CatalogueItem, keys: readonly string[], pick: PageContext["pick"]): string[] {
  const titles = keys.map((key) => item.fields.find((field) => field.key === key && field.disclosure === "public"));
  const named = titles.flatMap((field) => (field ? [pick(fieldLabel(field))] : []));
  return named.length === keys.length ? named : [...named, pick({ zh: "未公开项", en: "a field that is not public" })];
}

function arithmetic(context: PageContext, item: CatalogueItem, record: PublicRecord): Html {
  const { t, data, pick } = context;
  const rule = data.deadlineRule(item, record.decisionDate);
  const term = data.deadline(item, record.decisionDate);
  if (!rule || !term) return html`<p>${t("record.noTerm")}</p>`;
  if ("missing" in term) return html`<p class="warn">${pick(deadlineText(term))}</p>`;
  const published = dateOf(record.firstPublicAt);
  if (record.dueOn !== null && record.dueOn !== term.due) return pausedTerm(context, record.dueOn, published);
  const off = term.skipped.filter((day) => day.holiday !== null);
  return html`<p>${t("record.due", { day: term.due })} ${punctuality(context, term.due, published)}</p>
    <details>
      <summary>${t("record.count", { days: term.days })}</summary>
      <p>${t("record.dayZero", { day: term.from })}</p>
      <ol class="counted">
        ${term.counted.map((day) => html`<li>${pick(dayText(day))}</li>`)}
      </ol>
      ${term.skipped.length === 0 ? "" : html`<p>${t("record.skipped", { count: term.skipped.length })}${off.length === 0 ? "" : html`: ${off.map((day) => pick(dayText(day))).join(t("list.comma"))}`}</p>`}
      <p class="cite">
        ${term.notices.map((notice) => html`${notice.title}${notice.number === null ? "" : html` ${notice.number}`}<br />`)}${rule.citations.map((one) => html`${citation(context, one)}<br />`)}
      </p>
    </details>`;
}

/** A term that did not run while the decision was not served: its last day, and why it is another than counted from the decision. */
function pausedTerm(context: PageContext, due: LocalDate, published: LocalDate): Html {
  const { t } = context;
  return html`<p>${t("record.due", { day: due })} ${punctuality(context, due, published)}</p>
    <p>${t("record.pausedTerm")}</p>`;
}

function punctuality({ t }: PageContext, due: LocalDate, published: LocalDate): Html {
  return published <= due
    ? html`<span class="on-time">${t("record.onTime")}</span>`
    : html`<span class="late">${t("record.late", { day: published })}</span>`;
}

/** A source of law, marked where nobody has compared it with the original yet. */
export function citation({ t }: PageContext, cited: Citation): Html {
  const number = cited.number === undefined ? "" : html` <span class="number">${cited.number}</span>`;
  return html`${cited.title}${number}${cited.locator === undefined ? "" : ` ${cited.locator}`}${cited.verified ? "" : html` <span class="unverified">${t("cite.unverified")}</span>`}`;
}
