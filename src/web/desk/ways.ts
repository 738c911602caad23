import { useQuery } from "@tanstack/react-query";
import { hasAuthenticators, readWays } from "../../client/index.ts";
import { useLanguage } from "./words.ts";

/** By what one can sign in here beside a password: as the site is set up, and as this browser can. */
export function useWays() {
  const language = useLanguage();
  return useQuery({
    queryKey: ["ways-to-sign-in"],
    queryFn: () => readWays(language),
    staleTime: Number.POSITIVE_INFINITY,
    select: ({ passkeys, identityService }) => ({
      passkeys: passkeys && hasAuthenticators(),
      identityService,
    }),
  });
}
