import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { CHANGES_KEY } from "./outcome.ts";

interface RoleChange {
  readonly body: string;
  readonly role: string;
  readonly change: "grant" | "end";
}

/** Proposes a change of one role; given its reason. */
export function useRoleChange(personId: string, change: RoleChange) {
  const api = useApi();
  return useProposal((reason) =>
    take(api.POST("/api/v1/people/{personId}/roles", { params: { path: { personId } }, body: { ...change, reason } })),
  );
}

/** Proposes a further invitation, of which it gives one half; given its reason. */
export function useRecovery(personId: string) {
  const api = useApi();
  return useProposal((reason) =>
    take(api.POST("/api/v1/people/{personId}/recovery", { params: { path: { personId } }, body: { reason } })),
  );
}

function useProposal<Proposed>(
  propose: (reason: string) => Promise<Proposed>,
): UseMutationResult<Proposed, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: propose,
    onSuccess: () => queries.invalidateQueries({ queryKey: CHANGES_KEY }),
  });
}
