import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import type { Clock } from "../../kernel/time.ts";
import { fileAnswer, registerRoute } from "../../platform/http/route.ts";
import { catalogueProblem } from "./catalogue.problems.ts";
import type { Catalogue } from "./catalogue.ts";
import type { Body, CatalogueItem } from "./catalogue-item.ts";
import divisions from "../../../data/divisions.json" with { type: "json" };
import { publicRecordSchema, rowSchema } from "./derive/api-schema.ts";
import { editionChanges } from "./derive/edition-changes.ts";
import { itemDocumentation } from "./derive/documentation.ts";
import { entryForm } from "./derive/form.ts";
import { importTemplate } from "./derive/import-template.ts";
import { parseDivisions } from "./identifiers/divisions.ts";

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
  aliases: Type.Array(Type.String()),
  uscc: Nullable,
  division: Type.String(),
  divisionName: Type.Union([Words, Type.Null()]),
  validFrom: Nullable,
  validTo: Nullable,
  successor: Nullable,
  creditOffice: Type.Boolean(),
  verified: Type.Boolean(),
});
const EditionsSchema = Type.Object({
  item: Type.String(),
  editions: Type.Array(
    Type.Object({
      edition: Type.Integer(),
      effectiveFrom: Type.String(),
      effectiveTo: Nullable,
      digest: Type.String(),
      changes: Type.Array(
        Type.Object({
          kind: Type.Enum(["field-added", "field-removed", "field-changed", "item-changed"]),
          field: Nullable,
          text: Words,
        }),
        { description: "what differs from the edition before, in words" },
      ),
    }),
  ),
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
  registerEditions(app, catalogue);
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
        form: Type.Unknown(),
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

function registerEditions(app: FastifyInstance, catalogue: Catalogue): void {
  registerRoute(app, {
    method: "GET",
    path: "/catalogue/:item/editions",
    permission: "public",
    tag: "catalogue",
    summary: {
      zh: "一个事项的各版本及与前一版的差异，最新的在前",
      en: "The editions of an item and what each changed, newest first",
    },
    params: ItemParams,
    query: None,
    response: { 200: EditionsSchema },
    handle: ({ params }) => {
      const editions = catalogue.items.filter(({ item }) => item === params.item);
      if (editions.length === 0) throw catalogueProblem("unknown-item");
      const told = editions.map((edition, at) => {
        const before = editions[at - 1];
        const { effectiveFrom, effectiveTo } = edition;
        return {
          edition: edition.edition,
          effectiveFrom,
          effectiveTo,
          digest: catalogue.digest(edition),
          changes: before ? editionChanges(catalogue, before, edition) : [],
        };
      });
      return Promise.resolve({ item: params.item, editions: told.toReversed() });
    },
  });
}

function registerBodies(app: FastifyInstance, catalogue: Catalogue): void {
  registerRoute(app, {
    method: "GET",
    path: "/bodies",
    permission: "public",
    tag: "catalogue",
    summary: {
      zh: "报送单位：代码、名称、存续期间和承接单位",
      en: "Reporting bodies: codes, names, validity and successors",
    },
    params: Type.Object({}),
    query: None,
    response: { 200: Type.Object({ items: Type.Array(BodySchema) }) },
    handle: () => {
      return Promise.resolve({ items: [...catalogue.bodies.values()].map(toBody) });
    },
  });
}

const DIVISION_NAMES = new Map(parseDivisions(divisions).divisions.map(({ code, name }) => [code, name]));

function toBody(of: Body) {
  const { body, name, aliases, uscc, division, validFrom, validTo, successor, creditOffice, verified } = of;
  return {
    body,
    name,
    aliases: [...aliases],
    uscc,
    division,
    divisionName: DIVISION_NAMES.get(division) ?? null,
    validFrom,
    validTo,
    successor,
    creditOffice: creditOffice === true,
    verified,
  };
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
