import { useQuery } from "@tanstack/react-query";
import { take, type Statement } from "../../../../client/index.ts";
import { verifyStatement, type StatementVerdict } from "../../../../verify/figure-statement.ts";
import { useApi } from "../../api.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { useWords } from "../../words.ts";
import { STATEMENTS_WORDS } from "./statements.words.ts";

const TOLD = {
  valid: ["done", "check.valid", "check.validText"],
  "bad-signature": ["error", "check.bad", "check.badText"],
  "not-a-statement": ["error", "check.bad", "check.badText"],
  "other-key": ["warning", "check.key", "check.keyText"],
  "not-checkable": ["warning", "check.unable", "check.unableText"],
} as const satisfies Record<StatementVerdict, readonly ["done" | "error" | "warning", string, string]>;

/** Checks a statement's signature in this browser, by the key that the platform gives out. */
export function SignatureCheck({ statement }: { readonly statement: Statement }) {
  const { t } = useWords(STATEMENTS_WORDS);
  const api = useApi();
  const check = useQuery({
    queryKey: ["figures", "check", statement.statementId],
    queryFn: async () => {
      const { publicKey } = await take(api.GET("/api/v1/figures/key"));
      return verifyStatement(statement, publicKey);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Loaded query={check}>
      {(verdict) => {
        const [kind, title, text] = TOLD[verdict];
        return (
          <Notice kind={kind} title={t(title)}>
            <p>{t(text, { keyId: statement.keyId })}</p>
          </Notice>
        );
      }}
    </Loaded>
  );
}
