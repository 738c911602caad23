import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { endSignOn, type SignOnAnswer } from "../../../../client/index.ts";
import { ACCOUNT_PAGE } from "../../screens.ts";
import { useSession } from "../../session.ts";
import { Waiting } from "../../shell/waiting.tsx";
import { useWords } from "../../words.ts";
import { IDENTITY_KEY } from "../account/identity-key.ts";
import { Door } from "../sign-in/door.tsx";
import { Refused } from "../sign-in/refused.tsx";
import { SecondFactor } from "../sign-in/second-factor.tsx";
import { SIGN_ON_WORDS } from "./sign-on.words.ts";

/**
 * Where the identity service sends the browser back to. The page asks the API itself: a request of our own site, which
 * carries the cookies that one from another site does not.
 */
export function SignOn() {
  const { t } = useWords(SIGN_ON_WORDS);
  const answer = useAnswer();
  if (answer) return <Ending answer={answer} />;
  return (
    <Door title={t("none.title")} lead={t("none.lead")}>
      <Onward />
    </Door>
  );
}

/** What the service added to the address, which is then taken out of the address bar and of the history. */
function useAnswer(): SignOnAnswer | null {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const [answer] = useState(() => answerIn(new URLSearchParams(search)));
  useEffect(() => {
    if (search !== "") void navigate(pathname, { replace: true });
  }, [search, pathname, navigate]);
  return answer;
}

function answerIn(given: URLSearchParams): SignOnAnswer | null {
  const [state, code, iss, error] = ["state", "code", "iss", "error"].map((name) => given.get(name) ?? "");
  if (!state || (!code && !error)) return null;
  return { state, ...(code ? { code } : {}), ...(iss ? { iss } : {}), ...(error ? { error } : {}) };
}

function Ending({ answer }: { readonly answer: SignOnAnswer }) {
  const { t, language } = useWords(SIGN_ON_WORDS);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const begun = useRef(false);
  const isSignedIn = useIsSignedIn();
  const { mutate, error, data } = useMutation({
    mutationFn: () => endSignOn(answer, language),
    onSuccess: async (outcome) => {
      if (outcome === "linked") {
        await queries.invalidateQueries({ queryKey: IDENTITY_KEY });
        await navigate(ACCOUNT_PAGE.path, { replace: true, state: { linked: true } });
      } else if (outcome === "signed-in") {
        queries.clear();
        await navigate("/", { replace: true });
      }
    },
  });
  useEffect(() => {
    // An answer counts once, however often the page is drawn.
    if (begun.current) return;
    begun.current = true;
    mutate();
  }, [mutate]);
  const toDesk = () => void navigate("/", { replace: true });
  if (data === "second-factor-needed") return <SecondFactor onBack={toDesk} onSignedIn={toDesk} />;
  if (error)
    return (
      <Door
        title={t(isSignedIn ? "unlinked.title" : "refused.title")}
        lead={t(isSignedIn ? "unlinked.lead" : "refused.lead")}
      >
        <Refused error={error} />
        <Onward />
      </Door>
    );
  return (
    <Door title={t("under.title")} lead={t("under.lead")}>
      <Waiting />
    </Door>
  );
}

/** Whether somebody is signed in: then it was a link that was wanted, not a sign-in. */
function useIsSignedIn(): boolean {
  return (useSession().data?.user ?? null) !== null;
}

/** Back to where the sign-on began: the sign-in, or the account of whoever is signed in. */
function Onward() {
  const { t } = useWords(SIGN_ON_WORDS);
  const isSignedIn = useIsSignedIn();
  return (
    <p>
      <Link to={isSignedIn ? ACCOUNT_PAGE.path : "/"} replace>
        {t(isSignedIn ? "account" : "back")}
      </Link>
    </p>
  );
}
