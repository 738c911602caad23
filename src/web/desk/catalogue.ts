import { useQuery } from "@tanstack/react-query";
import { take } from "../../client/index.ts";
import { useApi } from "./api.ts";
import { useLanguage } from "./words.ts";

/** The law changes rarely within a day's work. */
const LAW_MILLISECONDS = 600_000;

export function useCatalogue() {
  const api = useApi();
  return useQuery({
    queryKey: ["catalogue"],
    queryFn: () => take(api.GET("/api/v1/catalogue")),
    staleTime: LAW_MILLISECONDS,
  });
}

/** One item with its fields, lists and source profiles; nothing is asked while none is named. */
export function useCatalogueItem(item: string | null) {
  const api = useApi();
  return useQuery({
    queryKey: ["catalogue", item],
    queryFn: () => take(api.GET("/api/v1/catalogue/{item}", { params: { path: { item: item ?? "" } } })),
    enabled: item !== null,
    staleTime: LAW_MILLISECONDS,
  });
}

/** The editions of an item, newest first, each with what it changed. */
export function useEditions(item: string) {
  const api = useApi();
  return useQuery({
    queryKey: ["catalogue", item, "editions"],
    queryFn: () => take(api.GET("/api/v1/catalogue/{item}/editions", { params: { path: { item } } })),
    staleTime: LAW_MILLISECONDS,
  });
}

/** Which bodies owe which item how often today. */
export function useDuties() {
  const api = useApi();
  return useQuery({
    queryKey: ["duties"],
    queryFn: () => take(api.GET("/api/v1/duties", { params: { query: {} } })),
    staleTime: LAW_MILLISECONDS,
  });
}

export function useBodies() {
  const api = useApi();
  return useQuery({
    queryKey: ["bodies"],
    queryFn: () => take(api.GET("/api/v1/bodies")),
    staleTime: LAW_MILLISECONDS,
  });
}

/** Whether decisions of an item are held until they are served, by the law data in force. */
export function useNeedsService(item: string): boolean {
  const api = useApi();
  const rules = useQuery({
    queryKey: ["service-rules"],
    queryFn: () => take(api.GET("/api/v1/service-rules")),
    staleTime: LAW_MILLISECONDS,
  });
  return rules.data?.items.some(({ items }) => items.includes(item)) ?? false;
}

/** Names of items and bodies by their codes in the reader's language; a code that is not known stands for itself. */
export function useNames(): {
  readonly itemName: (item: string) => string;
  readonly bodyName: (body: string) => string;
} {
  const language = useLanguage();
  const items = useCatalogue().data?.items ?? [];
  const bodies = useBodies().data?.items ?? [];
  return {
    itemName: (code) => items.find(({ item }) => item === code)?.title[language] ?? code,
    bodyName: (code) => bodies.find(({ body }) => body === code)?.name[language] ?? code,
  };
}
