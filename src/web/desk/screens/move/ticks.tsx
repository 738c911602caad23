interface TicksProps {
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly ticked: readonly string[];
  readonly onChange: (ticked: readonly string[]) => void;
}

/** Several of a list. */
export function Ticks({ legend, options, ticked, onChange }: TicksProps) {
  if (options.length === 0) return null;
  return (
    <fieldset className="ticks">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className="radio">
          <input
            type="checkbox"
            checked={ticked.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...ticked, value] : ticked.filter((other) => other !== value))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
