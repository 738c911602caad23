import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { beginSignOn, signInByPasskey } from "../../../../client/index.ts";
import { SESSION_KEY } from "../../session.ts";
import { useWays } from "../../ways.ts";
import { useWords } from "../../words.ts";
import { forgetOthers } from "./forget-others.ts";
import { Refused } from "./refused.tsx";
import { SIGN_IN_WORDS } from "./sign-in.words.ts";

/** Signing in without a password: by a passkey, or by the identity service where there is one. */
export function OtherWays() {
  const { t, language, pick } = useWords(SIGN_IN_WORDS);
  const queries = useQueryClient();
  // Where they cannot be read, the password is still there.
  const ways = useWays().data;
  const byPasskey = useMutation({
    mutationFn: () => signInByPasskey(language),
    onSuccess: (session) => {
      forgetOthers(queries);
      queries.setQueryData(SESSION_KEY, session);
    },
  });
  const signOn = useMutation({
    mutationFn: () => beginSignOn(language),
    onSuccess: (address) => globalThis.location.assign(address),
  });
  if (ways === undefined || (!ways.passkeys && !ways.identityService)) return null;
  const failed = byPasskey.error ?? signOn.error;
  return (
    <section className="other-ways" aria-label={t("ways.title")}>
      <p className="quiet">{t("ways.or")}</p>
      {failed ? <Refused error={failed} /> : null}
      {ways.identityService ? (
        <Button block loading={signOn.isPending || signOn.isSuccess} onClick={() => signOn.mutate()}>
          {t("ways.service", { service: pick(ways.identityService.label) })}
        </Button>
      ) : null}
      {ways.passkeys ? (
        <Button block loading={byPasskey.isPending} onClick={() => byPasskey.mutate()}>
          {t("ways.passkey")}
        </Button>
      ) : null}
    </section>
  );
}
