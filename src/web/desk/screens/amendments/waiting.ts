import { useQuery } from "@tanstack/react-query";
import { take, type Amendment } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { AMENDMENTS_KEY } from "./amendments-key.ts";

const MOST = 200;

/** What waits for a decision, what falls due first in front, then the oldest. */
export function useWaiting() {
  const api = useApi();
  return useQuery({
    queryKey: [...AMENDMENTS_KEY, "waiting"],
    queryFn: async () => {
      const query = { open: true, limit: MOST };
      const { items } = await take(api.GET("/api/v1/amendments", { params: { query } }));
      return items.toSorted(byUrgency);
    },
  });
}

const NEVER = "9999-12-31";

function byUrgency(a: Amendment, b: Amendment): number {
  const [left, right] = [a, b].map(({ dueOn, openedAt }) => `${dueOn ?? NEVER} ${openedAt}`);
  return (left ?? "") < (right ?? "") ? -1 : 1;
}
