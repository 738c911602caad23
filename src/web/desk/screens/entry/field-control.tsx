import { Input, Select } from "antd";
import type { FormField } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { parseChoice, writeChoice } from "./entry.rules.ts";
import { Explanation } from "./explanation.tsx";
import { ENTRY_WORDS } from "./entry.words.ts";

interface ControlProps {
  readonly field: FormField;
  readonly id: string;
  /** Ids of what explains it. */
  readonly told: string;
  readonly wrong: boolean;
  readonly required: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const LONG_TERM = "2099-12-31";
const TEXT_ROWS = 3;

type Control<Name extends FormField["input"]["control"]> = Extract<FormField["input"], { readonly control: Name }>;

/** How a field is typed, by the catalogue's description of it. */
export function FieldControl(props: ControlProps) {
  const { input } = props.field;
  switch (input.control) {
    case "line":
    case "code":
    case "secret":
      return <Line {...props} maxLength={input.maxLength} mono={input.control !== "line"} />;
    case "lines":
      return <Lines {...props} maxLength={input.maxLength} />;
    case "date":
      return <Day {...props} longTerm={input.longTerm} />;
    case "select":
      return <One {...props} input={input} />;
    case "checkboxes":
      return <Several {...props} input={input} />;
    case "amount":
      return <Amount {...props} input={input} />;
  }
}

/** What every control carries for those who listen to it. */
function described({ id, told, wrong, required }: ControlProps) {
  return {
    id,
    "aria-describedby": told,
    "aria-invalid": wrong,
    "aria-required": required,
    autoComplete: "off",
    spellCheck: false,
  } as const;
}

function Line(props: ControlProps & { readonly maxLength: number; readonly mono: boolean }) {
  const { value, onChange, maxLength, mono } = props;
  return (
    <Input
      {...described(props)}
      className={mono ? "mono" : ""}
      value={value}
      maxLength={maxLength}
      status={props.wrong ? "error" : ""}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function Lines(props: ControlProps & { readonly maxLength: number }) {
  const { value, onChange, maxLength } = props;
  return (
    <Input.TextArea
      {...described(props)}
      rows={TEXT_ROWS}
      value={value}
      maxLength={maxLength}
      status={props.wrong ? "error" : ""}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function Day(props: ControlProps & { readonly longTerm: boolean }) {
  const { value, onChange, longTerm } = props;
  const { t } = useWords(ENTRY_WORDS);
  return (
    <div className="entry-day">
      <Input
        {...described(props)}
        type="date"
        value={value}
        status={props.wrong ? "error" : ""}
        onChange={({ target }) => onChange(target.value)}
      />
      {longTerm ? (
        <label className="tick">
          <input
            type="checkbox"
            checked={value === LONG_TERM}
            onChange={({ target }) => onChange(target.checked ? LONG_TERM : "")}
          />
          {t("entry.longTerm")}
        </label>
      ) : null}
    </div>
  );
}

function Amount(props: ControlProps & { readonly input: Control<"amount"> }) {
  const { value, onChange, input } = props;
  const { pick } = useWords(ENTRY_WORDS);
  return (
    <Input
      {...described(props)}
      inputMode="decimal"
      className="entry-amount"
      value={value}
      suffix={pick(input.unit)}
      status={props.wrong ? "error" : ""}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

function One(props: ControlProps & { readonly input: Control<"select"> }) {
  const { field, id, value, onChange, input, wrong, told } = props;
  const { t, pick } = useWords(ENTRY_WORDS);
  const chosen = parseChoice(value, input.options);
  const isOpen = input.options.some((option) => option.value === chosen.value && option.openEnded);
  return (
    <>
      <Select
        id={id}
        aria-describedby={told}
        value={chosen.value === "" ? null : chosen.value}
        options={input.options.map((option) => ({ value: option.value, label: pick(option.label) }))}
        onChange={(next: string | undefined) => onChange(next ?? "")}
        allowClear
        placeholder={t("entry.choice")}
        status={wrong ? "error" : ""}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        virtual={false}
        getPopupContainer={(element: HTMLElement) => element.parentElement ?? element}
      />
      {isOpen ? (
        <Explanation
          field={field}
          value={chosen.explanation}
          onChange={(text) => onChange(writeChoice(chosen.value, text))}
        />
      ) : null}
    </>
  );
}

function Several(props: ControlProps & { readonly input: Control<"checkboxes"> }) {
  const { field, value, onChange, input } = props;
  const { pick } = useWords(ENTRY_WORDS);
  const ticked = value === "" ? [] : value.split(input.separator).map((text) => parseChoice(text, input.options));
  const write = (next: typeof ticked): void =>
    onChange(next.map((one) => writeChoice(one.value, one.explanation)).join(input.separator));
  return (
    <div className="entry-ticks">
      {input.options.map((option) => {
        const own = ticked.find((one) => one.value === option.value);
        return (
          <div key={option.value}>
            <label className="tick">
              <input
                type="checkbox"
                checked={own !== undefined}
                onChange={({ target }) =>
                  write(
                    target.checked
                      ? [...ticked, { value: option.value, explanation: "" }]
                      : ticked.filter((one) => one.value !== option.value),
                  )
                }
              />
              {pick(option.label)}
            </label>
            {own && option.openEnded ? (
              <Explanation
                field={field}
                value={own.explanation}
                onChange={(explanation) =>
                  write(ticked.map((one) => (one.value === option.value ? { ...one, explanation } : one)))
                }
              />
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
