import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiProblem, endSession, readSession, type Session } from "../../client/index.ts";
import type { Grant } from "../../kernel/permission.ts";
import { useLanguage } from "./words.ts";

export const SESSION_KEY = ["session"] as const;

export function useSession() {
  const language = useLanguage();
  return useQuery({ queryKey: SESSION_KEY, queryFn: () => readSession(language), staleTime: 60_000 });
}

/** Signs out; whatever was loaded for the one who leaves is forgotten. */
export function useSignOut() {
  const language = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => endSession(language),
    onSuccess: () => {
      queries.clear();
      globalThis.location.assign("/desk");
    },
  });
}

/** Whether somebody who holds these rights may open a screen that needs one. */
export function mayOpen(session: Session, permission: Grant | null): boolean {
  return permission === null || session.permissions.includes(permission);
}

/** Whether the API answered that nobody is signed in any more. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401;
}
