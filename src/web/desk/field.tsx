import { Input } from "antd";
import { useId } from "react";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "date" | "number";
  readonly maxLength?: number;
  /** What is asked of the value, said below the field and to a screen reader. */
  readonly help?: string;
}

/** One line of text with its label above it, beside other fields and choices. */
export function Field({ label, value, onChange, type = "text", maxLength = 200, help }: FieldProps) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={type}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={({ target }) => onChange(target.value)}
      />
      {help === undefined ? null : (
        <p id={`${id}-help`} className="choice-help">
          {help}
        </p>
      )}
    </div>
  );
}
