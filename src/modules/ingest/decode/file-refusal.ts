import { fill, type Text } from "../../../kernel/text.ts";

/**
 * A file that cannot be used as such. Thrown by the readers only; a bad row is a finding, never this. `code` is stable,
 * `text` says what is wrong and `remedy` what to do.
 */
export class FileRefusal extends Error {
  readonly code: string;
  readonly text: Text;
  readonly remedy: Text;

  constructor(code: string, text: Text, remedy: Text, cause?: unknown) {
    super(`${code}: ${text.en}`, cause === undefined ? undefined : { cause });
    this.name = "FileRefusal";
    this.code = code;
    this.text = text;
    this.remedy = remedy;
  }
}

const SAVE_AS: Text = {
  zh: "请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”或“CSV UTF-8”后重新报送",
  en: "Save it in Excel or WPS as an Excel workbook (.xlsx) or as CSV UTF-8 and send it again",
};
const SPLIT: Text = { zh: "请把文件拆成几份后重新报送", en: "Split the file and send the parts" };
const AGAIN: Text = {
  zh: "请在 Excel 或 WPS 中打开确认内容完整，另存后重新报送",
  en: "Open it in Excel or WPS, check that it is complete, save it anew and send it again",
};
const QUOTES: Text = {
  zh: "请检查该行的双引号：含逗号、换行或引号的单元格须整体加双引号，其中的引号写两次；或改报 .xlsx",
  en: "Check the quotes of that row: a cell with commas, line breaks or quotes is quoted as a whole, and a quote inside it is written twice; or send .xlsx",
};

/** The closed set of reasons for which a file is refused. `{name}` places are filled from the parameters. */
const REFUSALS = {
  "file-empty": [
    { zh: "文件是空的", en: "The file is empty" },
    { zh: "请确认选对了文件", en: "Check that it is the right file" },
  ],
  "file-encrypted-or-old-excel": [
    {
      zh: "文件是加密的工作簿，或 Excel 97–2003 格式（.xls），无法读取",
      en: "The file is an encrypted workbook or an Excel 97–2003 one (.xls), which cannot be read",
    },
    {
      zh: "请取消打开密码，另存为“Excel 工作簿（.xlsx）”后重新报送",
      en: "Remove the password, save it as an Excel workbook (.xlsx) and send it again",
    },
  ],
  "file-wrong-type": [{ zh: "文件不是表格，而是{zh}", en: "The file is no table but {en}" }, SAVE_AS],
  "file-encoding": [
    {
      zh: "文件按 {encoding} 编码读取，第 {offset} 字节（从 0 起）处有无法识别的字节",
      en: "Read as {encoding}, the file has an invalid byte at offset {offset} (counted from 0)",
    },
    SAVE_AS,
  ],
  "csv-unbalanced-quote": [
    {
      zh: "第 {row} 行有一个双引号没有配对，其后的内容无法分列",
      en: "A quote opened in row {row} is never closed, so what follows cannot be parted into columns",
    },
    QUOTES,
  ],
  "csv-stray-quote": [
    {
      zh: "第 {row} 行第 {column} 列的双引号之后还有其他文字，无法确定单元格的边界",
      en: "In row {row}, column {column}, text follows a closing quote, so the cell's end is unclear",
    },
    QUOTES,
  ],
  "cell-too-long": [
    { zh: "第 {row} 行有超过 {limit} 个字符的单元格", en: "Row {row} has a cell of more than {limit} characters" },
    { zh: "请检查该行的引号和内容", en: "Check the quotes and the contents of that row" },
  ],
  "row-too-long": [
    { zh: "第 {row} 行超过 {limit} 个字符", en: "Row {row} has more than {limit} characters" },
    { zh: "请检查换行符、引号和文件类型", en: "Check line breaks, quotes and the type of the file" },
  ],
  "cells-too-large": [
    { zh: "第 {row} 行附近的单元格内容异常多", en: "The cells around row {row} hold abnormally much text" },
    SPLIT,
  ],
  "too-many-columns": [
    { zh: "第 {row} 行有内容超出第 {limit} 列（{cell}）", en: "Row {row} has contents beyond column {limit} ({cell})" },
    { zh: "请删除表格右侧多余的内容后重新报送", en: "Delete what stands to the right of the table and send it again" },
  ],
  "too-many-rows": [{ zh: "工作表超过 {limit} 行", en: "The sheet has more than {limit} rows" }, SPLIT],
  "zip-too-many-entries": [
    { zh: "工作簿内含 {count} 个部件，超过上限 {limit}", en: "The workbook holds {count} parts, more than {limit}" },
    SAVE_AS,
  ],
  "zip-too-large": [{ zh: "工作簿解压后超过 {limit} MB", en: "The workbook inflates to more than {limit} MB" }, SPLIT],
  "zip-suspicious-ratio": [
    {
      zh: "工作簿部件“{name}”的压缩比异常（超过 {limit} 倍），疑似压缩炸弹",
      en: "Part “{name}” of the workbook is compressed more than {limit} times, as a zip bomb is",
    },
    AGAIN,
  ],
  "zip-duplicate-entry": [
    {
      zh: "工作簿内部件“{name}”重复，内容不能确定",
      en: "The workbook holds part “{name}” twice, so its contents are unclear",
    },
    AGAIN,
  ],
  "zip-encrypted": [
    { zh: "文件是加密的压缩包，无法读取", en: "The file is an encrypted archive, which cannot be read" },
    { zh: "请取消密码后重新报送", en: "Remove the password and send it again" },
  ],
  "xml-doctype": [
    {
      zh: "工作簿部件“{name}”含有文档类型声明，出于安全不予读取",
      en: "Part “{name}” of the workbook has a document type declaration, which is not read for safety",
    },
    AGAIN,
  ],
  "shared-strings-too-large": [
    { zh: "工作簿的共享文本超出上限（{limit}）", en: "The shared strings of the workbook exceed the limit ({limit})" },
    SPLIT,
  ],
  "file-damaged": [{ zh: "文件已损坏或不完整：{zh}", en: "The file is damaged or incomplete: {en}" }, AGAIN],
  "workbook-no-visible-sheet": [
    { zh: "工作簿没有可见的工作表", en: "The workbook has no visible sheet" },
    { zh: "请取消隐藏要报送的工作表", en: "Unhide the sheet that is to be sent" },
  ],
  "json-damaged": [
    { zh: "JSON 在第 {row} 个对象处无法读取", en: "The JSON cannot be read at object {row}" },
    {
      zh: "请报送每行一个对象的 NDJSON，或由对象组成的 JSON 数组",
      en: "Send NDJSON with one object a line, or a JSON array of objects",
    },
  ],
  "header-not-found": [
    {
      zh: "没有找到表头。最接近的是第 {row} 行，认出 {found} 列；应有的列如：{expected}",
      en: "No header row was found. Row {row} comes nearest, with {found} known columns; expected are columns such as: {expected}",
    },
    {
      zh: "请使用目录提供的模板，或让表头位于前 {limit} 行内且列名与目录一致",
      en: "Use the catalogue's template, or put the header within the first {limit} rows with the catalogue's column names",
    },
  ],
  "header-duplicate-column": [
    {
      zh: "第 {row} 行表头中“{first}”和“{second}”两列对应同一个字段，无法确定取哪一列",
      en: "In the header in row {row}, the columns “{first}” and “{second}” both mean the same field",
    },
    { zh: "请删除其中一列或改正列名", en: "Delete one of the two columns or correct its name" },
  ],
} as const satisfies Record<string, readonly [Text, Text]>;

export type FileRefusalCode = keyof typeof REFUSALS;

/** Makes a declared refusal. Parameters named `zh`/`en` differ by language; all others are shared. */
export function refuseFile(
  code: FileRefusalCode,
  params: Readonly<Record<string, string | number>> = {},
  cause?: unknown,
): FileRefusal {
  const [text, remedy] = REFUSALS[code];
  const filled = (template: Text): Text => ({ zh: fill(template.zh, params), en: fill(template.en, params) });
  return new FileRefusal(code, filled(text), filled(remedy), cause);
}
