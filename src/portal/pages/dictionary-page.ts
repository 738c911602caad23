import {
  itemDocumentation,
  type CatalogueItem,
  type FieldEntry,
  type ItemDocumentation,
  type SampleRow,
} from "#catalogue";
import { html, type Html, type Part } from "../html.ts";
import { layout, section } from "../layout.ts";
import { bodyName, type PageContext } from "../page-context.ts";
import { citation } from "./record-page.ts";

/** The dictionary of one item: everything that its data file says, for those who report and those who read. */
export function dictionaryPage(context: PageContext, item: CatalogueItem): Html {
  const { t, data, pick } = context;
  const documentation = itemDocumentation(data.catalogue, item);
  const main = html`<article class="dictionary">
    <header>
      <p class="kind code">${item.item}</p>
      <h1>${pick(item.title)}</h1>
      <p class="lead">${pick(item.description)}</p>
    </header>
    <p class="actions">
      <a class="button" href="/api/v1/catalogue/${item.item}/template.xlsx">${t("dictionary.template")}</a>
      <a href="/api/v1/catalogue/${item.item}">${t("dictionary.schema")}</a>
    </p>
    ${facts(context, documentation)}
    ${section(t("dictionary.fields", { count: documentation.fields.length }), fieldTable(context, documentation.fields), "wide-table")}
    ${documentation.codeLists.length === 0 ? "" : section(t("dictionary.codes"), codeLists(context, documentation))}
    ${documentation.rules.length === 0 ? "" : section(t("dictionary.rules"), rules(context, documentation))}
    ${documentation.profiles.length === 0 ? "" : section(t("dictionary.profiles"), profiles(context, documentation))}
    ${section(t("dictionary.samples"), samples(context, item, [...documentation.validSamples, ...documentation.invalidSamples]))}
  </article>`;
  return layout(context, {
    title: pick(item.title),
    description: pick(item.description),
    section: "catalogue",
    trail: [["/catalogue", t("nav.catalogue")]],
    main,
  });
}

function facts(context: PageContext, { item, editions, digest, unverified }: ItemDocumentation): Html {
  const { t, data, pick } = context;
  const row = (title: string, content: Part): Html =>
    html`<div>
      <dt>${title}</dt>
      <dd>${content}</dd>
    </div>`;
  const rule = data.deadlineRule(item, data.clock.today());
  return html`<dl class="facts-table">
    ${row(
      t("dictionary.basis"),
      item.legalBasis.map((one) => html`<span class="line">${citation(context, one)}</span>`),
    )}
    ${row(t("dictionary.purpose"), pick(item.purpose))} ${row(t("dictionary.necessity"), pick(item.necessity))}
    ${row(t("dictionary.term"), rule ? pick(rule.title) : t("record.noTerm"))}
    ${row(t("dictionary.retention"), html`${item.retention.years === null ? t("dictionary.retentionNone") : t("dictionary.retentionYears", { years: item.retention.years })} <span class="line">${citation(context, item.retention.citation)}</span>`)}
    ${row(
      t("dictionary.editions"),
      editions.map(
        (one) =>
          html`<span class="line"
            >${t("catalogue.edition", { edition: one.edition, day: one.effectiveFrom })}${one.effectiveTo === null ? "" : ` – ${one.effectiveTo}`}</span
          >`,
      ),
    )}
    ${row(t("dictionary.digest"), html`<span class="hash">${digest}</span>`)}
    ${unverified.length === 0 ? "" : row(t("dictionary.unverified"), t("dictionary.unverifiedWords", { count: unverified.length }))}
  </dl>`;
}

function fieldTable({ t, pick }: PageContext, fields: readonly FieldEntry[]): Html {
  const cell = (title: string, content: Part): Html => html`<td data-label="${title}">${content}</td>`;
  const heads = [
    t("dictionary.field"),
    t("dictionary.form"),
    t("dictionary.required"),
    t("dictionary.disclosure"),
    t("dictionary.help"),
  ] as const;
  return html`<table class="rows">
    <thead>
      <tr>
        <th scope="col">#</th>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${fields.map(
        (field) =>
          html`<tr id="field-${field.key}">
            <td data-label="#">${field.number}</td>
            ${cell(heads[0], html`<b>${pick(field.title)}</b> <span class="code">${field.key}</span>${field.standard ? "" : html` <span class="tag">${t("dictionary.platform")}</span>`}`)}
            ${cell(heads[1], html`${pick(field.form)}${field.codeList === null ? "" : html` <a href="#codes-${field.codeList}">${t("dictionary.seeCodes")}</a>`}`)}
            ${cell(heads[2], pick(field.required))} ${cell(heads[3], pick(field.disclosure))}
            ${cell(heads[4], html`${pick(field.help)}${field.aliases.length === 0 ? "" : html`<span class="aliases">${t("dictionary.aliases")}${field.aliases.join(t("list.comma"))}</span>`}`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function codeLists(context: PageContext, { codeLists: lists }: ItemDocumentation): Html {
  const { t, pick } = context;
  return html`${lists.map(
    (list) =>
      html`<section id="codes-${list.list}" class="code-list">
        <h3>${pick(list.title)}</h3>
        <p class="cite">${citation(context, list.citation)}</p>
        <ul>
          ${list.values.map(
            (value) =>
              html`<li>
                <span class="code">${value.value}</span
                >${pick(value.label) === value.value ? "" : ` ${pick(value.label)}`}${value.openEnded ? ` (${t("dictionary.openEnded")})` : ""}${value.validTo === null ? "" : ` (${t("dictionary.validTo", { day: value.validTo })})`}
              </li>`,
          )}
        </ul>
      </section>`,
  )}`;
}

function rules({ t, pick }: PageContext, documentation: ItemDocumentation): Html {
  return html`<ul class="rules">
    ${documentation.rules.map(
      (rule) =>
        html`<li>
          <p>${pick(rule.message)}</p>
          <p class="remedy">${pick(rule.remedy)}</p>
          <p class="facts">
            <span class="code">${rule.code}</span
            ><span>${t(rule.severity === "error" ? "dictionary.isError" : "dictionary.isWarning")}</span>
          </p>
        </li>`,
    )}
  </ul>`;
}

function profiles(context: PageContext, { item, profiles: sources }: ItemDocumentation): Html {
  const { t, pick } = context;
  const titleOf = (key: string): string => {
    const field = item.fields.find((one) => one.key === key);
    return field ? pick(field.title) : key;
  };
  return html`${sources.map(
    (profile) =>
      html`<section>
        <h3>${pick(profile.title)} <span class="code">${profile.profile}</span></h3>
        <p>
          ${profile.body === null ? t("dictionary.profileRows") : t("dictionary.profileBody", { body: bodyName(context, profile.body) })}
        </p>
        <dl class="mapping">
          ${Object.entries(profile.columns).map(
            ([header, key]) =>
              html`<div>
                <dt>${header}</dt>
                <dd>${titleOf(key)}</dd>
              </div>`,
          )}
        </dl>
        ${
          Object.keys(profile.waived).length === 0
            ? ""
            : html`<p>${t("dictionary.waived")}</p>
                <ul>
                  ${Object.entries(profile.waived).map(([key, reason]) => html`<li>${titleOf(key)}: ${pick(reason)}</li>`)}
                </ul>`
        }
      </section>`,
  )}`;
}

function samples({ t, pick }: PageContext, item: CatalogueItem, rows: readonly SampleRow[]): Html {
  return html`${rows.map(
    (row) =>
      html`<details>
        <summary>
          ${row.name}
          ${row.findings.length === 0 ? html`<span class="on-time">${t("dictionary.goes")}</span>` : html`<span class="late">${row.findings.join(", ")}</span>`}
        </summary>
        <dl class="mapping">
          ${item.fields.flatMap((field) =>
            row.cells[field.key] === undefined
              ? []
              : [
                  html`<div>
                    <dt>${pick(field.title)}</dt>
                    <dd>${row.cells[field.key]}</dd>
                  </div>`,
                ],
          )}
        </dl>
      </details>`,
  )}`;
}
