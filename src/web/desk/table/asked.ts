import { useCallback } from "react";
import { useSearchParams } from "react-router";

/** The conditions of a list as they stand in the address: `asked(name)` reads one, `ask(name)(value)` sets it, "" takes it away. */
export function useAsked() {
  const [conditions, setConditions] = useSearchParams();
  const asked = (name: string): string => conditions.get(name) ?? "";
  const ask = useCallback(
    (name: string) =>
      (value: string): void =>
        setConditions((before) => {
          if (value === "") before.delete(name);
          else before.set(name, value);
          return before;
        }),
    [setConditions],
  );
  return [asked, ask] as const;
}
