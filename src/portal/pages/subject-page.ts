import type { PublicSubject } from "#publish";
import { html, type Html } from "../html.ts";
import { layout } from "../layout.ts";
import { itemTitle, link, type PageContext } from "../page-context.ts";
import { recordList } from "../record-list.ts";

const PAGE = 30;

/** The archive of one subject: who it is, what is on record in a sentence, then the timeline by class. */
export async function subjectPage(
  context: PageContext,
  subject: PublicSubject,
  query: Readonly<Record<string, string>>,
): Promise<Html> {
  const { t, data, pick } = context;
  const item = query["item"] !== undefined && Object.hasOwn(subject.counts, query["item"]) ? query["item"] : null;
  const filter = { subjectId: subject.subjectId, ...(item === null ? {} : { item }) };
  const records = await data.records(filter, query["cursor"] ?? null, PAGE);
  const here = `/subjects/${subject.uscc ?? subject.subjectId}`;
  const main = html`<article class="subject">
    ${heading(context, subject)}
    <div class="with-margin">
      <div>
        <nav class="tabs" aria-label="${t("subject.classes")}">
          <a href="${here}" ${item === null ? html`aria-current="true"` : ""}
            >${t("subject.all")} <span>${total(subject)}</span></a
          >
          ${Object.entries(subject.counts).map(
            ([code, count]) =>
              html`<a href="${link(here, { item: code })}" ${item === code ? html`aria-current="true"` : ""}
                >${itemTitle(context, code)} <span>${count}</span></a
              >`,
          )}
        </nav>
        ${records.items.length === 0 ? html`<p class="empty">${t("subject.nothing")}</p>` : recordList(context, records.items, { subject: false })}
        ${records.next === null ? "" : html`<p class="more"><a rel="next" href="${link(here, { item, cursor: records.next })}">${t("list.next")}</a></p>`}
      </div>
      <aside class="margin">
        <h2>${t("subject.reply.title")}</h2>
        <p>${t("subject.reply.words")}</p>
        <p>${pick(data.site.contact)}</p>
        <p><a href="/api/v1${here}">${t("subject.json")}</a></p>
      </aside>
    </div>
  </article>`;
  return layout(context, { title: subject.name, description: sentence(context, subject), trail: [], main });
}

function total(subject: PublicSubject): number {
  return Object.values(subject.counts).reduce((sum, count) => sum + count, 0);
}

function sentence(context: PageContext, subject: PublicSubject): string {
  const { t, language } = context;
  const count = total(subject);
  if (count === 0) return t("subject.nothing");
  const parts = Object.entries(subject.counts).map(([item, of]) =>
    t("subject.part", { title: itemTitle(context, item), count: of }),
  );
  return t("subject.sentence", { count, parts: parts.join(language === "zh" ? "，" : ", ") });
}

function heading(context: PageContext, subject: PublicSubject): Html {
  const { t } = context;
  return html`<header>
    <p class="kind">${t(`subject.kind.${subject.kind}`)}</p>
    <h1>${subject.name}</h1>
    <dl class="identity">
      ${
        subject.uscc === null
          ? ""
          : html`<div>
              <dt>${t("subject.code")}</dt>
              <dd><span class="code">${subject.uscc}</span> <span class="verified">${t("subject.codeRight")}</span></dd>
            </div>`
      }
      ${
        subject.formerNames.length === 0
          ? ""
          : html`<div>
              <dt>${t("subject.former")}</dt>
              <dd>
                ${subject.formerNames.map((former) => html`<span class="former">${former.until === null ? former.name : t("subject.formerUntil", { name: former.name, day: former.until })}</span>`)}
              </dd>
            </div>`
      }
    </dl>
    <p class="sentence">${sentence(context, subject)}</p>
  </header>`;
}
