import { useSyncExternalStore } from "react";

const NARROW = globalThis.matchMedia("(max-width: 760px)");

/** Whether the screen is a phone's, on which rows become cards. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      NARROW.addEventListener("change", changed);
      return () => NARROW.removeEventListener("change", changed);
    },
    () => NARROW.matches,
  );
}
