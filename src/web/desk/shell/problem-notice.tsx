import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import type { ReactNode } from "react";
import { ApiProblem } from "../../../client/index.ts";
import { isSignedOut, SESSION_KEY } from "../session.ts";
import { useWords } from "../words.ts";
import { Notice } from "./notice.tsx";
import { SHELL_WORDS } from "./shell.words.ts";

interface ProblemProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What the API refused, in its own words: title, remedy, faulty places, and the number to ask about it. */
export function ProblemNotice({ error, onRetry }: ProblemProps) {
  const { t } = useWords(SHELL_WORDS);
  const queries = useQueryClient();
  if (isSignedOut(error))
    return (
      <Notice
        kind="warning"
        title={t("problem.signedOut.title")}
        actions={
          <Button onClick={() => void queries.invalidateQueries({ queryKey: SESSION_KEY })}>
            {t("problem.signIn")}
          </Button>
        }
      >
        <p>{t("problem.signedOut.remedy")}</p>
      </Notice>
    );
  const retry = onRetry ? { actions: <Button onClick={onRetry}>{t("problem.retry")}</Button> } : {};
  return <Told problem={asProblem(error)} {...retry} />;
}

function Told({ problem, ...rest }: { readonly problem: ApiProblem; readonly actions?: ReactNode }) {
  const { t } = useWords(SHELL_WORDS);
  const [title, remedy] = wordsOf(problem, t);
  return (
    <Notice kind="error" title={title} {...rest}>
      <p>{remedy}</p>
      {problem.faults.length > 0 ? (
        <ul>
          {problem.faults.map(({ pointer, detail }) => (
            <li key={pointer + detail}>
              <code>{pointer}</code> {detail}
            </li>
          ))}
        </ul>
      ) : null}
      {problem.retryAfter === null ? null : <p>{t("problem.wait", { seconds: problem.retryAfter })}</p>}
      {problem.trace === null ? null : (
        <p className="quiet">
          {t("problem.trace")}
          <code>{problem.trace}</code>
        </p>
      )}
    </Notice>
  );
}

function wordsOf(problem: ApiProblem, t: ReturnType<typeof useWords<typeof SHELL_WORDS>>["t"]): [string, string] {
  if (problem.status === 0) return [t("problem.unreachable.title"), t("problem.unreachable.remedy")];
  if (problem.title === "")
    return [t("problem.unknown.title", { status: problem.status }), t("problem.unknown.remedy")];
  return [problem.title, problem.detail];
}

/** A bug of the desk itself is told like an answer without words. */
function asProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(
    { type: "", title: "", status: 500, detail: "", trace: null, faults: [], retryAfter: null },
    { cause: error },
  );
}
