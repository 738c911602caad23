import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import type { Clock } from "../../kernel/time.ts";
import { fileAnswer, registerRoute } from "../../platform/http/route.ts";
import { EntryFormSchema } from "./catalogue.contract.ts";
import { catalogueProblem } from "./catalogue.problems.ts";
import type { Catalogue } from "./catalogue.ts";
import type { CatalogueItem } from "./catalogue-item.ts";
import { publicRecordSchema, rowSchema } from "./derive/api-schema.ts";
import { itemDocumentation } from "./derive/documentation.ts";
import { entryForm } from "./derive/form.ts";
import { importTemplate } from "./derive/import-template.ts";

const None = Type.Object({}, { additionalProperties: false });
const ItemParams = Type.Object({
  item: Type.String({ description: "事项代码，如 administrative-licence / item code, e.g. administrative-licence" }),
});
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const ItemSummary = Type.Object({
  item: Type.String(),
  edition: Type.Integer(),
  title: Words,
  description: Words,
  category: Type.String(),
  nature: Type.String(),
  effectiveFrom: Type.String(),
  effectiveTo: Type.Union([Type.String(), Type.Null()]),
  fields: Type.Integer(),
});
/** Parts of an item that readers of the API rely on; what else an edition says about them is answered as well. */
const OPEN = { additionalProperties: true };
const Nullable = Type.Union([Type.String(), Type.Null()]);
const FieldEntrySchema = Type.Object(
  {
    number: Type.Integer(),
    key: Type.String(),
    title: Words,
    help: Words,
    group: Words,
    form: Words,
    required: Words,
    disclosure: Words,
    codeList: Nullable,
    aliases: Type.Array(Type.String()),
  },
  OPEN,
);
const CodeListSchema = Type.Object(
  {
    list: Type.String(),
    title: Words,
    values: Type.Array(Type.Object({ value: Type.String(), label: Words }, OPEN)),
  },
  OPEN,
);
const ProfileSchema = Type.Object({ profile: Type.String(), title: Words, body: Nullable }, OPEN);
const BodySchema = Type.Object({
  body: Type.String(),
  name: Words,
  uscc: Type.Union([Type.String(), Type.Null()]),
  division: Type.String(),
});
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The catalogue over HTTP: the items, one item with everything derived from it, its workbook. */
export function registerCatalogueRoutes(app: FastifyInstance, catalogue: Catalogue, clock: Clock): void {
  const inForce = (code: string): CatalogueItem => {
    const item = catalogue.editionInForce(code, clock.today());
    if (!item) throw catalogueProblem("unknown-item");
    return item;
  };
  registerItems(app, catalogue, clock);
  registerItem(app, catalogue, inForce);
  registerTemplate(app, catalogue, inForce);
  registerBodies(app, catalogue);
}

function registerItems(app: FastifyInstance, catalogue: Catalogue, clock: Clock): void {
  registerRoute(app, {
    method: "GET",
    path: "/catalogue",
    permission: "public",
    tag: "catalogue",
    summary: { zh: "信用信息目录：现行事项", en: "The catalogue: items in force" },
    params: Type.Object({}),
    query: None,
    response: { 200: Type.Object({ items: Type.Array(ItemSummary) }) },
    handle: () => {
      const codes = [...new Set(catalogue.items.map((item) => item.item))];
      const items = codes.flatMap((code) => catalogue.editionInForce(code, clock.today()) ?? []);
      return Promise.resolve({ items: items.map(toSummary) });
    },
  });
}

function registerItem(app: FastifyInstance, catalogue: Catalogue, inForce: (code: string) => CatalogueItem): void {
  registerRoute(app, {
    method: "GET",
    path: "/catalogue/:item",
    permission: "public",
    tag: "catalogue",
    summary: {
      zh: "一个事项：字段、代码表、规则、表单和数据结构",
      en: "One item: fields, code lists, rules, form and schemas",
    },
    params: ItemParams,
    query: None,
    response: {
      200: Type.Object({
        ...ItemSummary.properties,
        fields: Type.Array(FieldEntrySchema),
        codeLists: Type.Array(CodeListSchema),
        rules: Type.Array(Type.Unknown()),
        profiles: Type.Array(ProfileSchema),
        form: EntryFormSchema,
        rowSchema: Type.Unknown(),
        publicRecordSchema: Type.Unknown(),
        digest: Type.String({ description: "hex SHA-256 of the canonical JSON of this edition" }),
      }),
    },
    handle: ({ params }) => {
      const item = inForce(params.item);
      const { fields, codeLists, rules, profiles, digest } = itemDocumentation(catalogue, item);
      return Promise.resolve({
        ...toSummary(item),
        fields,
        codeLists,
        rules,
        profiles,
        form: entryForm(catalogue, item),
        rowSchema: rowSchema(catalogue, item),
        publicRecordSchema: publicRecordSchema(catalogue, item),
        digest,
      });
    },
  });
}

function registerTemplate(app: FastifyInstance, catalogue: Catalogue, inForce: (code: string) => CatalogueItem): void {
  registerRoute(app, {
    method: "GET",
    path: "/catalogue/:item/template.xlsx",
    permission: "public",
    tag: "catalogue",
    summary: { zh: "填报模板（Excel）", en: "The workbook to fill in" },
    params: ItemParams,
    query: None,
    response: { 200: fileAnswer("workbook", [XLSX]) },
    handle: async ({ params, reply }) => {
      const item = inForce(params.item);
      const workbook = await importTemplate(catalogue, item);
      return reply
        .type(XLSX)
        .header("content-disposition", `attachment; filename="${item.item}-${item.edition}.xlsx"`)
        .send(Buffer.from(workbook));
    },
  });
}

function registerBodies(app: FastifyInstance, catalogue: Catalogue): void {
  registerRoute(app, {
    method: "GET",
    path: "/bodies",
    permission: "public",
    tag: "catalogue",
    summary: { zh: "报送单位：代码和名称", en: "Reporting bodies: codes and names" },
    params: Type.Object({}),
    query: None,
    response: { 200: Type.Object({ items: Type.Array(BodySchema) }) },
    handle: () => {
      const items = [...catalogue.bodies.values()].map(({ body, name, uscc, division }) => ({
        body,
        name,
        uscc,
        division,
      }));
      return Promise.resolve({ items });
    },
  });
}

function toSummary(item: CatalogueItem) {
  const { item: code, edition, title, description, category, nature, effectiveFrom, effectiveTo } = item;
  return {
    item: code,
    edition,
    title,
    description,
    category,
    nature,
    effectiveFrom,
    effectiveTo,
    fields: item.fields.length,
  };
}
