import { html, type Html, type Part } from "../html.ts";
import { layout } from "../layout.ts";
import type { PageContext } from "../page-context.ts";

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly needsKey: boolean;
  readonly parameters: readonly {
    readonly name: string;
    readonly place: string;
    readonly required: boolean;
    readonly form: string;
    readonly words: string;
  }[];
  readonly responses: readonly string[];
  readonly body: readonly string[];
}

/** The reference of the API, printed from the very OpenAPI document that is served. */
export function apiPage(context: PageContext): Html {
  const { t, data } = context;
  const operations = operationsOf(data.openApi());
  const tags = [...new Set(operations.map((operation) => operation.tag))];
  const main = html`<article class="api">
    <h1>${t("api.title")}</h1>
    <p class="lead">${t("api.lead")}</p>
    <ul class="points">
      <li>${t("api.point.read")}</li>
      <li>${t("api.point.write")}</li>
      <li>${t("api.point.errors")}</li>
      <li>${t("api.point.pages")}</li>
      <li><a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1)</li>
    </ul>
    <pre class="example" tabindex="0"><code>curl '${context.origin}/api/v1/subjects?q=%E7%A4%BA%E4%BE%8B'</code></pre>
    ${tags.map(
      (tag) =>
        html`<section>
          <h2>${tagWords(context, tag)}</h2>
          ${operations.filter((operation) => operation.tag === tag).map((operation) => operationPart(context, operation))}
        </section>`,
    )}
  </article>`;
  return layout(context, { title: t("api.title"), section: "api", trail: [], main });
}

const TAGS = {
  catalogue: "api.tag.catalogue",
  batches: "api.tag.batches",
  subjects: "api.tag.subjects",
  records: "api.tag.records",
  publicity: "api.tag.publicity",
} as const;

function tagWords({ t }: PageContext, tag: string): string {
  const words = Object.entries(TAGS).find(([known]) => known === tag)?.[1];
  return words === undefined ? tag : t(words);
}

/** The half of "中文 / English" that the reader reads; texts of one language only stay as they are. */
function inLanguage(text: string, { language }: PageContext): string {
  const [zh = "", en = zh] = text.split(" / ");
  return language === "zh" ? zh : en;
}

function operationPart(context: PageContext, operation: Operation): Html {
  const { t } = context;
  const cell = (title: string, content: Part): Html => html`<td data-label="${title}">${content}</td>`;
  return html`<section class="operation" id="${operation.id}">
    <h3><span class="method">${operation.method}</span> <span class="code">${operation.path}</span></h3>
    <p>
      ${inLanguage(operation.summary, context)}${operation.needsKey ? html` <span class="tag">${t("api.needsKey")}</span>` : ""}
    </p>
    ${
      operation.parameters.length === 0
        ? ""
        : html`<table class="rows">
            <thead>
              <tr>
                <th scope="col">${t("api.parameter")}</th>
                <th scope="col">${t("api.place")}</th>
                <th scope="col">${t("api.form")}</th>
                <th scope="col">${t("api.words")}</th>
              </tr>
            </thead>
            <tbody>
              ${operation.parameters.map(
                (parameter) =>
                  html`<tr>
                    ${cell(t("api.parameter"), html`<span class="code">${parameter.name}</span>${parameter.required ? html` <span class="tag">${t("api.required")}</span>` : ""}`)}${cell(t("api.place"), parameter.place)}${cell(t("api.form"), parameter.form)}${cell(t("api.words"), inLanguage(parameter.words, context))}
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${operation.body.length === 0 ? "" : html`<p>${t("api.body")}${operation.body.map((type) => html`<span class="code">${type}</span> `)}</p>`}
    <p>
      ${t("api.answers")}${operation.responses.map((status) => (status === "default" ? t("api.otherwise") : status)).join(", ")}
    </p>
  </section>`;
}

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null;
const bag = (value: unknown): Bag => (isBag(value) ? value : {});
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function operationsOf(document: unknown): readonly Operation[] {
  return Object.entries(bag(bag(document)["paths"])).flatMap(([path, methods]) =>
    Object.entries(bag(methods)).map(([method, value]) => {
      const operation = bag(value);
      return {
        id: `${method}${path.replaceAll(/[^A-Za-z0-9]+/g, "-")}`,
        method: method.toUpperCase(),
        path,
        tag: text(list(operation["tags"])[0]),
        summary: text(operation["summary"]),
        needsKey: list(operation["security"]).length > 0,
        parameters: list(operation["parameters"]).map((parameter) => {
          const one = bag(parameter);
          const schema = bag(one["schema"]);
          return {
            name: text(one["name"]),
            place: text(one["in"]),
            required: one["required"] === true,
            form: formOf(schema),
            words: text(one["description"]) || text(schema["description"]),
          };
        }),
        responses: Object.keys(bag(operation["responses"])),
        body: Object.keys(bag(bag(operation["requestBody"])["content"])),
      };
    }),
  );
}

function formOf(schema: Bag): string {
  const choices = list(schema["anyOf"]).map((one) => bag(one)["const"] ?? list(bag(one)["enum"])[0]);
  if (choices.length > 0 && choices.every((one) => typeof one === "string")) return choices.join(" | ");
  const limits = [
    schema["minimum"] === undefined ? "" : `≥ ${JSON.stringify(schema["minimum"])}`,
    schema["maximum"] === undefined ? "" : `≤ ${JSON.stringify(schema["maximum"])}`,
    schema["default"] === undefined ? "" : `= ${JSON.stringify(schema["default"])}`,
  ].filter((limit) => limit !== "");
  return [text(schema["type"]), ...limits].join(" ");
}
