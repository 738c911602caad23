import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { take } from "../../../../client/index.ts";
import { isCityWide } from "../../../../kernel/permission.ts";
import { useApi } from "../../api.ts";
import { useSession } from "../../session.ts";

export const RECORDS_KEY = ["filed-records"] as const;
const SHORTEST_PURPOSE = 2;

/** What whoever sees every body looks for records for; null where no purpose is asked. It stands in the address. */
export function usePurpose(): { readonly purpose: string; readonly needed: boolean; readonly stated: boolean } {
  const needed = isCityWide(useSession().data?.roles ?? []);
  const purpose = useSearchParams()[0].get("purpose") ?? "";
  return { purpose, needed, stated: !needed || purpose.trim().length >= SHORTEST_PURPOSE };
}

/** One record as its body works on it. A look is on the trail: it is not repeated because a window got the focus back. */
export function useFiledRecord(recordId: string) {
  const api = useApi();
  const { purpose, stated } = usePurpose();
  return useQuery({
    queryKey: [...RECORDS_KEY, recordId],
    queryFn: () =>
      take(
        api.GET("/api/v1/filed-records/{recordId}", {
          params: { path: { recordId }, query: purpose === "" ? {} : { purpose } },
        }),
      ),
    enabled: stated,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}
