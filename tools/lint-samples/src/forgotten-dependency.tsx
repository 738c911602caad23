// breaks: exhaustive-deps
import { useMemo } from "react";
export function Sample({ rows }: { readonly rows: readonly number[] }) {
  const largest = useMemo(() => Math.max(...rows), []);
  return <p>{largest}</p>;
}
