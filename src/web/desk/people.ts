import { useQuery } from "@tanstack/react-query";
import { take, type Person } from "../../client/index.ts";
import { useApi } from "./api.ts";
import { SCREENS } from "./screens.ts";
import { mayOpen, useSession } from "./session.ts";

export const PEOPLE_KEY = ["people"] as const;

const PAGE = 200;

/** Everybody who has an account. A city's staff are some hundreds; all of them are loaded, so that any can be found. */
export function usePeople() {
  const api = useApi();
  const session = useSession().data;
  return useQuery({
    queryKey: PEOPLE_KEY,
    queryFn: async () => {
      const people: Person[] = [];
      let cursor: string | undefined;
      do {
        const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
        const page = await take(api.GET("/api/v1/people", { params: { query } }));
        people.push(...page.items);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return people;
    },
    enabled: session !== undefined && mayOpen(session, SCREENS.people.permission),
  });
}

/** Names of people by their numbers; who is no person, such as a key of a program, stands for itself. */
export function usePersonName(): (id: string) => string {
  const people = usePeople().data ?? [];
  return (id) => people.find(({ personId }) => personId === id)?.name ?? id;
}
