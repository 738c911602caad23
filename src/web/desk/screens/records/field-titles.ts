import type { FiledRecord } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { fieldsOf } from "../entry/entry-fields.tsx";
import { RECORDS_WORDS } from "./records.words.ts";

/** Names of fields by their keys, as the form calls them. */
export function useFieldTitles(form: FiledRecord["form"]): (keys: readonly string[]) => string {
  const { pick, language } = useWords(RECORDS_WORDS);
  const titles = new Map(fieldsOf(form).map(({ key, title }) => [key, pick(title)]));
  return (keys) => keys.map((key) => titles.get(key) ?? key).join(language === "zh" ? "、" : ", ");
}
