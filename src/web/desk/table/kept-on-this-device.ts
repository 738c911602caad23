import { useCallback, useState } from "react";

/** A reader's own choice of strings, kept in this browser. What was kept by an older desk and is no list is forgotten. */
export function useKept(key: string): readonly [readonly string[], (next: readonly string[]) => void] {
  const [kept, setKept] = useState(() => read(key));
  // Another table of the same component is another choice.
  const [of, setOf] = useState(key);
  if (of !== key) {
    setOf(key);
    setKept(read(key));
  }
  const keep = useCallback(
    (next: readonly string[]) => {
      setKept(next);
      if (next.length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [kept, keep];
}

function read(key: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(found) ? found.filter((entry) => typeof entry === "string") : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
