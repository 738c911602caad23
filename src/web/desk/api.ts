import { createContext, use } from "react";
import type { openApi } from "../../client/index.ts";

type Api = ReturnType<typeof openApi>;

export const ApiContext = createContext<Api | null>(null);

export function useApi(): Api {
  const api = use(ApiContext);
  if (!api) throw new Error("outside of the desk");
  return api;
}
