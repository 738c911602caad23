import type { Severity } from "../../../kernel/finding.ts";
import type { Text } from "../../../kernel/text.ts";

interface FindingText {
  readonly severity: Severity;
  readonly message: Text;
  readonly remedy: Text;
}

const told = (severity: Severity, zh: string, en: string, remedyZh: string, remedyEn: string): FindingText => ({
  severity,
  message: { zh, en },
  remedy: { zh: remedyZh, en: remedyEn },
});
const NOTHING_TO_DO = [
  "请确认含义未变；不同意时改正原文件后重新报送",
  "See that the meaning is unchanged; otherwise correct the file and send it again",
] as const;
const change = (zh: string, en: string): FindingText => told("change", zh, en, ...NOTHING_TO_DO);

/**
 * The words of every finding that field types give; rules of an item and checks of identifiers bring their own.
 * `{title}` is the field, `{max}` its length, `{values}` the code list. Words never hold the value itself, so that equal
 * findings stay one cause.
 */
export const FINDING_TEXTS = {
  "required-missing": told(
    "error",
    "{title}为必填项，未填写",
    "{title} is required but blank",
    "补填{title}",
    "Fill in {title}",
  ),
  "must-be-blank": told(
    "error",
    "按本行的其他内容，{title}不应填写",
    "{title} must be blank given the rest of the row",
    "删除{title}，或改正所依据的字段（如行政相对人类别）",
    "Remove {title}, or correct the field it depends on (such as the category)",
  ),
  "cell-error": told(
    "error",
    "单元格是公式错误（如 #N/A）",
    "The cell holds a formula error such as #N/A",
    "在表格中填写实际内容后重新报送",
    "Put the actual content into the cell and send it again",
  ),
  "text-unreadable": told(
    "error",
    "文字有乱码，无法辨认",
    "Characters were lost by a wrong encoding",
    "从原系统重新导出，保存为 UTF-8 或 XLSX",
    "Export again from the source system as UTF-8 or XLSX",
  ),
  "name-holds-number": told(
    "error",
    "{title}中含有个人号码（身份证、电话或账号）",
    "{title} holds a person's number (identity, telephone or account)",
    "只填写名称",
    "Give the name only",
  ),
  "text-too-long": told(
    "error",
    "{title}超过{max}个字",
    "{title} is longer than {max} characters",
    "压缩到{max}字以内",
    "Shorten it to {max} characters",
  ),
  "number-rounded-by-excel": told(
    "error",
    "号码被表格软件当作数字，末几位已丢失",
    "A spreadsheet took the code for a number and lost its last digits",
    "把该列设为“文本”格式，从原系统重新填写完整号码",
    "Format the column as text and enter the full code from the source again",
  ),
  "identifier-placeholder": told(
    "warning",
    "{title}填写的是占位符，按没有代码处理",
    "{title} holds a placeholder and counts as no code",
    "有代码的补填，没有的可不改；本行需人工确认主体",
    "Give the code if there is one; otherwise the subject is decided by hand",
  ),
  "identity-number-form": told(
    "error",
    "证件号码格式不正确",
    "The identity number is malformed",
    "按证件填写号码，不加说明文字",
    "Enter the number of the paper, without further words",
  ),
  "date-not-a-date": told(
    "error",
    "{title}不是有效日期",
    "{title} is not a date",
    "按“年-月-日”填写，例：2025-03-18",
    "Write year-month-day, e.g. 2025-03-18",
  ),
  "date-two-digit-year": told(
    "error",
    "{title}的年份只有两位，无法确定世纪",
    "{title} has a two-digit year; the century is unknown",
    "写四位年份，例：2025-03-18",
    "Write the year with four digits, e.g. 2025-03-18",
  ),
  "date-out-of-range": told(
    "error",
    "{title}不在1900年至2199年之间",
    "{title} lies outside 1900 to 2199",
    "核对年份",
    "Check the year",
  ),
  "date-long-term-not-allowed": told(
    "error",
    "{title}须为确定的日期，不能写“长期”",
    "{title} must be a day; “long term” does not apply",
    "填写确定的日期",
    "Enter the day",
  ),
  "choice-unknown": told(
    "error",
    "{title}不在代码表内",
    "{title} is not in the code list",
    "从下列值中选择：{values}",
    "Choose one of: {values}",
  ),
  "choice-not-transferable": told(
    "error",
    "来源的{title}取值在本目录中没有对应的值，不作推断",
    "What the source gives as {title} has no counterpart in this catalogue; nothing is guessed",
    "请来源单位核实现状，按 2018 年标准填写{title}后重新报送",
    "Ask the source how things stand and give {title} by the standard of 2018",
  ),
  "code-list-unclear": told(
    "error",
    "表头像是另一标准的，{title}的代码在两个标准中含义不同，不能确定",
    "The headers look like those of another standard, in which the codes of {title} mean something else",
    "指明来源方案后重新报送",
    "Name the source profile and send it again",
  ),
  "choice-not-on-date": told(
    "error",
    "{title}在决定当日不是有效的类别",
    "{title} was not in the list on the day of the decision",
    "按决定当日适用的代码表填写，各值的起止日期见信息目录",
    "Use the list of that day; the catalogue shows from when to when each value holds",
  ),
  "choice-explanation-missing": told(
    "error",
    "{title}选“其他”须写明内容",
    "{title}: “other” needs an explanation",
    "写作“其他-具体内容”",
    "Write 其他-explanation",
  ),
  "subject-kind-not-allowed": told(
    "error",
    "本信息项不收这类主体",
    "This item takes no subjects of this category",
    "核对类别，或改用适合的信息项",
    "Check the category or use the item that fits",
  ),
  "category-not-derivable": told(
    "error",
    "无法由代码判断{title}",
    "{title} cannot be told from the code",
    "核对统一社会信用代码",
    "Check the credit code",
  ),
  "amount-unit-unstated": told(
    "error",
    "{title}的列名和表头之上都没有写明单位（元或万元），不作推断",
    "Neither the column's header nor a line above the table names the unit of {title} (yuan or 10,000 yuan)",
    "在列名中写明单位，如“罚款金额（元）”，或在金额后写明单位",
    "Name the unit in the header, e.g. 罚款金额（元）, or behind each amount",
  ),
  "amount-unit-contradicted": told(
    "error",
    "表头之上写明的单位与{title}应有的单位不一致，不能确定以哪个为准",
    "The unit above the table is another one than that of {title}, so the amount is not certain",
    "在列名中写明单位，如“罚款金额（元）”，或在金额后写明单位",
    "Name the unit in the header, e.g. 罚款金额（元）, or behind each amount",
  ),
  "amount-not-a-number": told(
    "error",
    "{title}不是金额",
    "{title} is not an amount",
    "填写数字，例：0.2",
    "Enter a number, e.g. 0.2",
  ),
  "amount-negative": told("error", "{title}不能为负数", "{title} cannot be negative", "核对金额", "Check the amount"),
  "amount-not-positive": told(
    "error",
    "{title}应大于0",
    "{title} must be above 0",
    "填写实际金额；没有金额的，改正使其必填的类别",
    "Enter the amount, or correct the category that makes it required",
  ),
  "amount-too-precise": told(
    "error",
    "{title}精确到分以下",
    "{title} is finer than 0.01 yuan",
    "核对金额和单位（万元或元）",
    "Check amount and unit (10,000 yuan or yuan)",
  ),
  "amount-too-large": told(
    "error",
    "{title}过大",
    "{title} is too large",
    "核对金额和单位（万元或元）",
    "Check amount and unit (10,000 yuan or yuan)",
  ),
  "text-tidied": change(
    "去除了首尾空格、特殊空格、换行或不可见字符",
    "Odd spaces, line breaks or invisible characters were tidied",
  ),
  "empty-word": change("“无、暂无、/”等按空值处理", "A word for “nothing” was read as blank"),
  "identifier-form": change(
    "号码统一为半角大写，去除空格和连字符",
    "The code was brought to half width and upper case without spaces or hyphens",
  ),
  "date-form": change(
    "日期统一为“年-月-日”，时间部分略去",
    "The date was brought to year-month-day, a time of day dropped",
  ),
  "date-from-serial": change("表格日期序号换算为日期", "A spreadsheet's day number was turned into a date"),
  "long-term-date": change("“长期”按2099-12-31记录", "“Long term” is recorded as 2099-12-31"),
  "choice-alias": change("按代码表的同义词换为标准值", "Another name was replaced by the listed value"),
  "choice-separators": change("多个值的分隔符统一", "The separators between several values were unified"),
  "choice-explanation-form": change(
    "“其他”的说明统一写作“其他-内容”",
    "The explanation of “other” was brought to its standard form",
  ),
  "choice-of-source": change("按来源自己的代码表换算", "The value was converted from the source's own code list"),
  "amount-form": change(
    "金额去除单位、千分位等，换算为标准单位",
    "The amount was stripped of units and separators and converted",
  ),
  "amount-unit-of-header": change(
    "按列名中的单位换算金额",
    "The amount was converted by the unit in the column's header",
  ),
  "zero-amount": change("金额为0，按未填写处理", "An amount of 0 was read as blank"),
} satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof FINDING_TEXTS;
