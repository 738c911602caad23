import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useNavigate } from "react-router";
import { endSession, readSession } from "../../../../client/index.ts";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import type { NameToSignIn } from "../sign-in/name-to-sign-in.ts";
import { INVITATION_WORDS } from "./invitation.words.ts";

/** Leads to the sign-in with the user name filled in. Whoever else is signed in with this browser is signed out. */
export function GoToSignIn({ userName }: NameToSignIn) {
  const { t, language } = useWords(INVITATION_WORDS);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const go = useMutation({
    mutationFn: async () => {
      const { user } = await readSession(language);
      if (user && userName !== "") await endSession(language);
    },
    onSuccess: () => {
      queries.clear();
      const state: NameToSignIn = { userName };
      return navigate("/", { state });
    },
  });
  return (
    <>
      {go.isError ? <ProblemNotice error={go.error} /> : null}
      <Button type={userName === "" ? "default" : "primary"} block loading={go.isPending} onClick={() => go.mutate()}>
        {t("signIn")}
      </Button>
    </>
  );
}
