import type { Worksheet } from "@cj-tech-master/excelts";
import type { Catalogue } from "../catalogue.ts";
import type { CatalogueItem, CodeList, Field } from "../catalogue-item.ts";
import { answerFor, type ByFieldType } from "./by-field-type.ts";
import { itemDocumentation, type FieldEntry, type ItemDocumentation } from "./documentation.ts";

/** Rows that carry drop-downs and formats; more rows may be filled all the same. */
const PREPARED_ROWS = 5000;
const SAMPLES_SHEET = "示例";
const HELP_SHEET = "填报说明";
const CODES_SHEET = "代码表";
const RED = "FF9E2A2B";
const REQUIRED_FILL = "FFFBE9E7";
const OPTIONAL_FILL = "FFEFF3F6";
/** Limits of Excel for the yellow hint of a cell. */
const HINT_TITLE = 32;
const HINT_TEXT = 255;

/** How the cells of a field are prepared: number format, width, drop-down. */
interface CellLook {
  readonly format: string;
  readonly width: number;
  readonly list: string | null;
  /** A drop-down that also lets other text through (several values, 其他-…, official codes). */
  readonly open: boolean;
}

const text = (width: number): CellLook => ({ format: "@", width, list: null, open: true });
const LOOKS = {
  text: (field) => text(field.maxLength > 100 ? 40 : 24),
  // Codes are text, or the spreadsheet turns 18 digits into 9.14E+17.
  identifier: () => text(24),
  "identity-number": () => text(24),
  date: () => ({ format: "yyyy-mm-dd", width: 14, list: null, open: true }),
  choice: (field, catalogue) => ({
    format: "@",
    width: 20,
    list: field.codes,
    open: takesMore(catalogue, field.codes),
  }),
  choices: (field) => ({ format: "@", width: 28, list: field.codes, open: true }),
  money: () => ({ format: "0.######", width: 16, list: null, open: true }),
} satisfies ByFieldType<[Catalogue], CellLook>;

/** The list shows labels; where the official value is another one, as 1 for 有效, that may be typed as well. */
function takesMore(catalogue: Catalogue, list: string): boolean {
  const values = catalogue.codes.get(list)?.values ?? [];
  return values.some((code) => code.openEnded || code.value !== code.label.zh);
}

/**
 * The workbook in which a department fills in an item: the table (drop-downs, hints, required columns marked, codes as
 * text), valid examples, help for each field, code lists. Its headers are the item's titles, so that it is read back
 * without any mapping; the other sheets stand on end so that nobody takes them for data.
 */
export async function importTemplate(catalogue: Catalogue, item: CatalogueItem): Promise<Uint8Array> {
  const documentation = itemDocumentation(catalogue, item);
  // Loaded when it is needed: it is by far the largest package, and every command and thread would wait for it.
  const { Workbook } = await import("@cj-tech-master/excelts");
  const workbook = new Workbook();
  const data = workbook.addWorksheet(sheetName(item.title.zh), { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] });
  const samples = workbook.addWorksheet(SAMPLES_SHEET, { views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] });
  const help = workbook.addWorksheet(HELP_SHEET, { views: [{ state: "frozen", ySplit: 3 }] });
  const ranges = writeCodes(workbook.addWorksheet(CODES_SHEET), documentation.codeLists);
  item.fields.forEach((field, at) => {
    const entry = documentation.fields[at];
    if (entry) writeColumn(data, field, entry, at + 1, answerFor(LOOKS, field, catalogue), ranges);
  });
  data.getRow(1).height = 36;
  writeSamples(samples, documentation);
  writeHelp(help, documentation);
  return workbook.xlsx.writeBuffer();
}

/** Excel allows 31 characters and none of []:*?/\ in the name of a sheet. */
function sheetName(title: string): string {
  return title.replaceAll(/[[\]:*?/\\]/g, " ").slice(0, 31);
}

function writeColumn(
  sheet: Worksheet,
  field: Field,
  entry: FieldEntry,
  column: number,
  look: CellLook,
  ranges: ReadonlyMap<string, string>,
): void {
  const header = sheet.getCell(1, column);
  header.value = field.required === true ? `${field.title.zh}*` : field.title.zh;
  header.font = { bold: true, color: field.required === true ? { argb: RED } : { argb: "FF1F2933" } };
  header.fill = {
    type: "pattern",
    pattern: "solid",
    fgColor: { argb: field.required === true ? REQUIRED_FILL : OPTIONAL_FILL },
  };
  header.alignment = { wrapText: true, vertical: "middle" };
  header.note = `${entry.required.zh}。${entry.form.zh}。\n${field.help.zh}\n${field.title.en}: ${field.help.en}`;
  sheet.getColumn(column).width = look.width;
  sheet.getColumn(column).numFmt = look.format;
  header.numFmt = "@";
  const letter = sheet.getColumn(column).letter;
  const range = look.list === null ? undefined : ranges.get(look.list);
  const hint = {
    allowBlank: true,
    showInputMessage: true,
    promptTitle: field.title.zh.slice(0, HINT_TITLE),
    prompt: `${entry.required.zh}。${field.help.zh}`.slice(0, HINT_TEXT),
  };
  const cells = `${letter}2:${letter}${PREPARED_ROWS + 1}`;
  if (range === undefined) {
    sheet.dataValidations.add(cells, { type: "any", ...hint });
  } else {
    sheet.dataValidations.add(cells, {
      type: "list",
      formulae: [range],
      showErrorMessage: !look.open,
      errorTitle: "不在代码表内",
      error: "请从下拉列表中选择",
      ...hint,
    });
  }
}

/** One column a list; gives back the range of each. Files carry the value or its Chinese label; the label is chosen. */
function writeCodes(sheet: Worksheet, lists: readonly CodeList[]): ReadonlyMap<string, string> {
  const ranges = new Map<string, string>();
  lists.forEach((list, at) => {
    const column = at + 1;
    sheet.getCell(1, column).value = list.title.zh;
    sheet.getCell(1, column).font = { bold: true };
    sheet.getColumn(column).width = 36;
    sheet.getColumn(column).numFmt = "@";
    list.values.forEach((code, row) => {
      sheet.getCell(row + 2, column).value = code.label.zh;
    });
    const letter = sheet.getColumn(column).letter;
    ranges.set(list.list, `${CODES_SHEET}!$${letter}$2:$${letter}$${list.values.length + 1}`);
  });
  return ranges;
}

function writeSamples(sheet: Worksheet, documentation: ItemDocumentation): void {
  sheet.getColumn(1).width = 34;
  sheet.getCell(1, 1).value = "字段（示例均为虚构，请勿在本表填报）";
  documentation.validSamples.forEach((sample, at) => {
    sheet.getCell(1, at + 2).value = `示例${at + 1}：${sample.name}`;
    sheet.getColumn(at + 2).width = 36;
    sheet.getColumn(at + 2).numFmt = "@";
  });
  sheet.getRow(1).font = { bold: true };
  documentation.fields.forEach((field, row) => {
    sheet.getCell(row + 2, 1).value = field.title.zh;
    documentation.validSamples.forEach((sample, at) => {
      const cell = sheet.getCell(row + 2, at + 2);
      cell.value = sample.cells[field.key] ?? "";
      cell.alignment = { wrapText: true, vertical: "top" };
    });
  });
}

function writeHelp(sheet: Worksheet, { item, fields }: ItemDocumentation): void {
  sheet.getCell(1, 1).value = `${item.title.zh}　填报说明（目录代码 ${item.item}，第${item.edition}版）`;
  sheet.getCell(1, 1).font = { bold: true, size: 14 };
  sheet.getCell(2, 1).value = `${item.description.zh}带“*”的为必填。请勿改动第一行的列名；日期写作“年-月-日”。`;
  const titles = ["序号", "字段", "键名", "是否必填", "格式", "填写说明", "公开属性", "是否核对原文"];
  [6, 34, 26, 40, 28, 60, 14, 14].forEach((width, at) => {
    sheet.getColumn(at + 1).width = width;
  });
  sheet.getRow(3).values = titles;
  sheet.getRow(3).font = { bold: true };
  fields.forEach((field, at) => {
    const row = sheet.getRow(at + 4);
    row.values = [
      field.number,
      field.title.zh,
      field.key,
      field.required.zh,
      field.form.zh,
      field.help.zh,
      field.disclosure.zh,
      field.verified ? "已核对" : "待核对",
    ];
    row.alignment = { wrapText: true, vertical: "top" };
  });
}
