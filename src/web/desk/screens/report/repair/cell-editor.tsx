import { useEffect, useRef, type KeyboardEvent } from "react";
import { useWords } from "../../../words.ts";
import type { GridColumn } from "./batch-rows.ts";
import { REPAIR_WORDS } from "./repair.words.ts";

/** Where the selection goes after a value was entered. */
export type Step = "down" | "right" | "left" | "stay";

interface EditorProps {
  readonly column: GridColumn;
  /** What stands in the field at first. */
  readonly initial: string;
  readonly label: string;
  readonly onEnter: (value: string, step: Step) => void;
  readonly onGiveUp: () => void;
}

type Field = HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement;

/** Entering one cell in place: a list, a day, or text. Enter takes the value and goes down, Tab goes on, Esc gives up. */
export function CellEditor({ column, initial, label, onEnter, onGiveUp }: EditorProps) {
  const { pick } = useWords(REPAIR_WORDS);
  const field = useRef<Field>(null);
  const ended = useRef(false);
  useEffect(() => field.current?.focus(), []);
  const enter = (step: Step): void => {
    if (ended.current) return;
    ended.current = true;
    onEnter(field.current?.value ?? initial, step);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      ended.current = true;
      onGiveUp();
    } else if (event.key === "Enter" && !event.shiftKey) enter("down");
    else if (event.key === "Tab") enter(event.shiftKey ? "left" : "right");
    else return;
    event.preventDefault();
  };
  const shared = { ref: field, defaultValue: initial, onKeyDown, onBlur: () => enter("stay") };
  const named = { "aria-label": label, className: "cell-field" };
  switch (column.input) {
    case "select": {
      const known = column.options.some(({ value }) => value === initial);
      return (
        <select {...shared} {...named}>
          {known ? null : <option value={initial}>{initial}</option>}
          {column.options.map((option) => (
            <option key={option.value} value={option.value}>
              {pick(option.label)}
            </option>
          ))}
        </select>
      );
    }
    case "lines":
      return <textarea rows={4} {...shared} {...named} />;
    case "date":
    case "line":
    case "code":
    case "secret":
    case "checkboxes":
    case "amount":
      return (
        <input
          type={column.input === "date" ? "date" : "text"}
          autoComplete="off"
          spellCheck={false}
          {...shared}
          {...named}
        />
      );
  }
}
