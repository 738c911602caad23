import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { take, type Statement } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { moment } from "../../numbers.ts";
import { mayOpen, useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import { saveFile } from "../../table/save-file.ts";
import { useWords } from "../../words.ts";
import { PrintHead } from "./print-head.tsx";
import { SignatureCheck } from "./signature-check.tsx";
import { StatementFigures } from "./statement-figures.tsx";
import { STATEMENTS_KEY } from "./statement-keys.ts";
import { STATEMENTS_WORDS } from "./statements.words.ts";

/** One statement: what it says, whether its signature fits, how its figures stand now, what is disputed. */
export function StatementScreen() {
  const { t } = useWords(STATEMENTS_WORDS);
  const api = useApi();
  const { statementId = "" } = useParams();
  const query = useQuery({
    queryKey: [...STATEMENTS_KEY, statementId],
    queryFn: () => take(api.GET("/api/v1/figures/statements/{statementId}", { params: { path: { statementId } } })),
  });
  return (
    <>
      <p className="trail">
        <Link to="/timeliness/statements">{t("list.title")}</Link>
      </p>
      <Loaded query={query} heading={t("list.title")}>
        {(statement) => <Told statement={statement} />}
      </Loaded>
    </>
  );
}

function Told({ statement }: { readonly statement: Statement }) {
  const { t } = useWords(STATEMENTS_WORDS);
  const { month, number, supersededBy, content } = statement;
  return (
    <>
      <PrintHead digest={statement.digest} />
      <h1>{t("one.title", { month })}</h1>
      <p className="lead">
        {number === 1 ? t("first") : t("further", { number })}
        {content.reason === null ? null : `：${content.reason}`}
      </p>
      {supersededBy === null ? null : (
        <Notice kind="warning" title={t("one.supersededBy")}>
          <p>
            <Link to={`/timeliness/statements/${supersededBy}`}>{t("one.current")}</Link>
          </p>
        </Notice>
      )}
      <SignatureCheck statement={statement} />
      <Facts statement={statement} />
      <Acts statement={statement} />
      <h2>{t("figures.title")}</h2>
      <p className="lead">{t("figures.lead")}</p>
      <StatementFigures statement={statement} />
    </>
  );
}

function Facts({ statement: { frozenAt, digest, keyId, supersedes, content } }: { readonly statement: Statement }) {
  const { t } = useWords(STATEMENTS_WORDS);
  return (
    <dl className="facts wide-terms">
      <div>
        <dt>{t("one.frozenAt")}</dt>
        <dd>{moment(frozenAt)}</dd>
      </div>
      <div>
        <dt>{t("one.judgedOn")}</dt>
        <dd>{content.judgedOn}</dd>
      </div>
      <div>
        <dt>{t("one.digest")}</dt>
        <dd className="mono">{digest}</dd>
      </div>
      <div>
        <dt>{t("one.key")}</dt>
        <dd className="mono">{keyId}</dd>
      </div>
      {supersedes === null ? null : (
        <div>
          <dt>{t("one.supersedes")}</dt>
          <dd>
            <Link to={`/timeliness/statements/${supersedes}`}>{t("one.earlier")}</Link>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Keeping the statement, printing it, and, for whoever may, making a further one. */
function Acts({ statement }: { readonly statement: Statement }) {
  const { t } = useWords(STATEMENTS_WORDS);
  const session = useSession().data;
  const { month, number, content, publicKey, signature } = statement;
  const save = (): void =>
    saveFile(
      `figures-${month}-${number}.json`,
      `${JSON.stringify({ content, publicKey, signature }, null, 2)}\n`,
      "application/json",
    );
  const mayCorrect = session && mayOpen(session, "figures:decide") && statement.supersededBy === null;
  return (
    <div className="actions">
      <Button onClick={save}>{t("one.download")}</Button>
      <Button onClick={() => globalThis.print()}>{t("one.print")}</Button>
      {mayCorrect ? <Correct month={month} dispute={null} /> : null}
    </div>
  );
}

/** A further statement of a month, by a reason and perhaps an upheld dispute. */
export function Correct({ month, dispute }: { readonly month: string; readonly dispute: string | null }) {
  const { t } = useWords(STATEMENTS_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const step = useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST("/api/v1/figures/statements", { body: { month, reason, ...(dispute === null ? {} : { dispute }) } }),
      ),
    onSuccess: async ({ statementId }) => {
      await queries.invalidateQueries({ queryKey: ["figures"] });
      await navigate(`/timeliness/statements/${statementId}`);
    },
  });
  return <ReasonedStep verb={t("correct.verb")} effect={t("correct.effect", { month })} step={step} />;
}
