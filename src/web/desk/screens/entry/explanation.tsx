import { Input } from "antd";
import type { FormField } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { ENTRY_WORDS } from "./entry.words.ts";

/** What stands behind an open-ended value. */
export function Explanation({
  field,
  value,
  onChange,
}: {
  readonly field: FormField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t, pick } = useWords(ENTRY_WORDS);
  const label = t("entry.explanation", { title: pick(field.title) });
  return (
    <Input
      aria-label={label}
      placeholder={label}
      value={value}
      maxLength={200}
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
