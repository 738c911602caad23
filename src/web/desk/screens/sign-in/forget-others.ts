import type { QueryClient } from "@tanstack/react-query";
import { SESSION_KEY } from "../../session.ts";

/** Whatever somebody else saw in this window is not for whoever comes now. */
export function forgetOthers(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
}
