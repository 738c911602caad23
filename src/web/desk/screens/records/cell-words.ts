import type { FormField } from "../../../../client/index.ts";
import type { Language } from "../../../../kernel/text.ts";
import { parseChoice } from "../entry/entry.rules.ts";

const LONG_TERM = "2099-12-31";
const LONG_TERM_WORDS = { zh: "长期", en: "no end" } as const;

/** What a cell of a form says, in words: labels of lists, amounts with their unit. */
export function cellWords({ input }: FormField, text: string, language: Language): string {
  if (text === "") return "–";
  switch (input.control) {
    case "select":
      return labelOf(text, input.options, language);
    case "checkboxes":
      return text
        .split(input.separator)
        .map((one) => labelOf(one, input.options, language))
        .join(language === "zh" ? "、" : ", ");
    case "amount":
      // A unit that is a number itself (10,000 yuan) is multiplied.
      return `${text} ${/^\d/.test(input.unit[language]) ? "× " : ""}${input.unit[language]}`;
    case "date":
      return input.longTerm && text === LONG_TERM ? LONG_TERM_WORDS[language] : text;
    case "line":
    case "lines":
    case "code":
    case "secret":
      return text;
  }
}

function labelOf(
  text: string,
  options: Extract<FormField["input"], { readonly control: "select" }>["options"],
  language: Language,
): string {
  const { value, explanation } = parseChoice(text, options);
  const label = options.find((option) => option.value === value)?.label[language] ?? value;
  return explanation === "" ? label : `${label}（${explanation}）`;
}
