import { Workbook } from "@cj-tech-master/excelts";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../load-catalogue.ts";
import { headerIndex } from "./header-index.ts";
import { importTemplate } from "./import-template.ts";

const catalogue = await loadCatalogue(fileURLToPath(new URL("../../../../data", import.meta.url)));

describe.each(catalogue.items)("the template of $item", async (item) => {
  const workbook = new Workbook();
  await workbook.xlsx.load(await importTemplate(catalogue, item));
  const [data, samples, help, codes] = workbook.worksheets;
  if (!data || !samples || !help || !codes) throw new Error("a sheet is missing");
  const headers = item.fields.map((_field, at) => data.getCell(1, at + 1).text);

  test("has a header for every field in order, which is read back as that field", () => {
    const index = headerIndex(item, null);
    expect(headers.map((header) => index.find(header))).toEqual(item.fields.map((field) => ({ field: field.key })));
    expect(data.rowCount).toBe(1);
  });

  test("marks required fields, explains each in a comment and keeps codes as text", () => {
    item.fields.forEach((field, at) => {
      expect(headers[at]?.endsWith("*")).toBe(field.required === true);
      expect(JSON.stringify(data.getCell(1, at + 1).note)).toContain(field.help.zh.slice(0, 6));
    });
    const codeColumns = item.fields.flatMap((field, at) =>
      field.type === "identifier" ? [data.getColumn(at + 1).numFmt] : [],
    );
    expect(new Set(codeColumns)).toEqual(new Set(["@"]));
  });

  test("offers the values of each list", () => {
    item.fields.forEach((field, at) => {
      if (field.type !== "choice") return;
      const validation = data.getCell(2, at + 1).dataValidation;
      expect(validation).toMatchObject({ type: "list" });
      const range = validation && "formulae" in validation ? String(validation.formulae[0]) : "";
      const column = /\$([A-Z]+)\$2:/.exec(range)?.[1] ?? "";
      const list = catalogue.codes.get(field.codes);
      expect(list?.values.map((_code, row) => codes.getCell(`${column}${row + 2}`).value)).toEqual(
        list?.values.map((code) => code.label.zh),
      );
    });
  });

  test("lets every official value be typed, also where the list shows another word for it", () => {
    item.fields.forEach((field, at) => {
      const validation = data.getCell(2, at + 1).dataValidation;
      const list = field.type === "choice" ? catalogue.codes.get(field.codes) : undefined;
      const isCoded = list?.values.some((code) => code.value !== code.label.zh) ?? false;
      const refuses = validation && "showErrorMessage" in validation && validation.showErrorMessage === true;
      expect(isCoded && refuses === true).toBe(false);
    });
  });

  test("holds the valid samples standing on end, so that they are not taken for data, and help for every field", () => {
    const valid = item.samples.filter((sample) => sample.findings.length === 0);
    expect(samples.getCell(2, 2).value).toBe(valid[0]?.cells[item.fields[0]?.key ?? ""]);
    expect(samples.columnCount).toBe(valid.length + 1);
    expect(help.getCell(item.fields.length + 3, 3).value).toBe(item.fields.at(-1)?.key);
  });
});
