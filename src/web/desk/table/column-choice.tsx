import { useId } from "react";
import { useWords } from "../words.ts";
import type { Column } from "./column.ts";
import { useKept } from "./kept-on-this-device.ts";
import { TABLE_WORDS } from "./table.words.ts";

/** The columns that the reader has left in; the choice is kept in this browser for all tables of the same columns. */
export function useColumnChoice<Row>(columns: readonly Column<Row>[]) {
  const [hidden, setHidden] = useKept(`mingxin.hidden-columns.${columns.map(({ key }) => key).join(",")}`);
  const onScreen = columns.filter(({ exportOnly }) => !exportOnly);
  const shown = onScreen.filter(({ key }, at) => at === 0 || !hidden.includes(key));
  return { onScreen, shown, hidden, setHidden };
}

interface ColumnChoiceProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly hidden: readonly string[];
  readonly onChange: (hidden: readonly string[]) => void;
}

/** Which columns are shown. The first one says what a row is and stays. */
export function ColumnChoice<Row>({ columns, hidden, onChange }: ColumnChoiceProps<Row>) {
  const { t } = useWords(TABLE_WORDS);
  const id = useId();
  if (columns.length < 3) return null;
  const visible = columns.length - columns.slice(1).filter(({ key }) => hidden.includes(key)).length;
  return (
    <details className="column-choice">
      <summary>{t("table.columns", { visible, all: columns.length })}</summary>
      <fieldset>
        <legend className="visually-hidden">{t("table.columnsTitle")}</legend>
        {columns.map(({ key, title }, at) => (
          <label key={key} htmlFor={`${id}-${key}`}>
            <input
              id={`${id}-${key}`}
              type="checkbox"
              disabled={at === 0}
              checked={at === 0 || !hidden.includes(key)}
              onChange={({ target }) =>
                onChange(target.checked ? hidden.filter((other) => other !== key) : [...hidden, key])
              }
            />
            {title}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
