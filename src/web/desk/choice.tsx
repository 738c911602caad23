import { Select } from "antd";
import { useId } from "react";

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** One of a few values, with its label above it; typing finds a value by a part of its name. */
export function Choice({ label, value, options, onChange, placeholder }: ChoiceProps) {
  const id = useId();
  return (
    <div className="choice">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value === "" && placeholder !== undefined ? null : value}
        options={[...options]}
        onChange={(chosen) => onChange(chosen ?? "")}
        placeholder={placeholder}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        virtual={false}
        // Within the screen's own landmark, where who reads by landmarks finds it.
        getPopupContainer={(field: HTMLElement) => field.parentElement ?? field}
      />
    </div>
  );
}
