import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { take } from "../../client/index.ts";
import { useApi } from "./api.ts";

/** Whatever shows notices; one key, so that a mark renews all of it. */
export const NOTICES_KEY = ["notices"] as const;
const TODAY_KEY = ["today"] as const;

const REFRESH_MILLISECONDS = 60_000;

/** What whoever is signed in has to do today. */
export function useToday() {
  const api = useApi();
  return useQuery({ queryKey: TODAY_KEY, queryFn: () => take(api.GET("/api/v1/today")) });
}

/** How many notices are unread; asked for again while the page is looked at. */
export function useUnread() {
  const api = useApi();
  return useQuery({
    queryKey: [...NOTICES_KEY, "unread"],
    queryFn: () => take(api.GET("/api/v1/notices/unread")),
    refetchInterval: REFRESH_MILLISECONDS,
  });
}

/** Marks one notice as read, or all up to and with one. */
export function useMarkRead() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which: { readonly only: string } | { readonly upTo: string }) =>
      take(
        "only" in which
          ? api.POST("/api/v1/notices/{noticeId}/read", { params: { path: { noticeId: which.only } } })
          : api.POST("/api/v1/notices/read", { params: { query: { upTo: which.upTo } } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: NOTICES_KEY }),
  });
}
