import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useId, useState } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { take, type FrozenFigure, type Statement } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { count, share } from "../../numbers.ts";
import { useSession } from "../../session.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { useQuestionableRows, type QuestionableRow } from "./questionable-rows.ts";
import { STATEMENTS_KEY } from "./statement-keys.ts";
import { STATEMENTS_WORDS } from "./statements.words.ts";

const SHORTEST_REASON = 2;

/** Disputing one figure of one's own body: which rows, and why. */
export function DisputeScreen() {
  const { t } = useWords(STATEMENTS_WORDS);
  const api = useApi();
  const { statementId = "" } = useParams();
  const [asked] = useSearchParams();
  const own = useSession().data?.body?.code;
  const query = useQuery({
    queryKey: [...STATEMENTS_KEY, statementId],
    queryFn: () => take(api.GET("/api/v1/figures/statements/{statementId}", { params: { path: { statementId } } })),
  });
  return (
    <>
      <p className="trail">
        <Link to={`/timeliness/statements/${statementId}`}>{t("disputes.see")}</Link>
      </p>
      <h1>{t("dispute.title")}</h1>
      <Loaded query={query}>
        {(statement) => {
          const figure = statement.content.figures.find(
            ({ rate, item, body }) => rate === asked.get("rate") && item === asked.get("item") && body === own,
          );
          return figure ? (
            <DisputeForm statement={statement} figure={figure} />
          ) : (
            <Notice kind="plain" title={t("dispute.unknown")}>
              <p>{t("dispute.unknownText")}</p>
            </Notice>
          );
        }}
      </Loaded>
    </>
  );
}

interface FormProps {
  readonly statement: Statement;
  readonly figure: FrozenFigure;
}

function DisputeForm({ statement, figure }: FormProps) {
  const { t } = useWords(STATEMENTS_WORDS);
  const { itemName } = useNames();
  const id = useId();
  const [reason, setReason] = useState("");
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { rateName, rows } = useQuestionableRows(figure, statement.month);
  const opening = useOpening(statement.statementId, figure);
  const { item, numerator, denominator } = figure;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        opening.mutate({ reason: reason.trim(), rows: [...ticked] });
      }}
    >
      <p className="lead">
        {t("dispute.lead", {
          month: statement.month,
          rate: rateName,
          item: itemName(item),
          share: share(numerator, denominator),
          numerator: count(numerator),
          denominator: count(denominator),
        })}
      </p>
      <Loaded query={rows}>
        {(found) => <Rows rows={found} ticked={ticked} onTick={(next) => setTicked(next)} />}
      </Loaded>
      <div className="undo">
        <label htmlFor={id}>{t("dispute.reason")}</label>
        <Input.TextArea
          id={id}
          value={reason}
          maxLength={500}
          rows={3}
          onChange={({ target }) => setReason(target.value)}
        />
        <p className="actions">
          <Button
            type="primary"
            htmlType="submit"
            loading={opening.isPending}
            disabled={reason.trim().length < SHORTEST_REASON}
          >
            {t("dispute.submit")}
          </Button>
        </p>
      </div>
      {opening.isError ? <ProblemNotice error={opening.error} /> : null}
    </form>
  );
}

interface RowsProps {
  readonly rows: readonly QuestionableRow[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ticked: ReadonlySet<string>) => void;
}

function Rows({ rows, ticked, onTick }: RowsProps) {
  const { t } = useWords(STATEMENTS_WORDS);
  if (rows.length === 0) return <p className="quiet">{t("dispute.noRows")}</p>;
  const turn = (key: string): void => {
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    onTick(next);
  };
  return (
    <fieldset className="ticks">
      <legend>{t("dispute.rows")}</legend>
      {rows.map(({ key, words }) => (
        <div key={key}>
          <label className="radio">
            <input type="checkbox" checked={ticked.has(key)} onChange={() => turn(key)} />
            {words}
          </label>
        </div>
      ))}
    </fieldset>
  );
}

function useOpening(statementId: string, { rate, item }: FrozenFigure) {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [attempt] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (given: { readonly reason: string; readonly rows: string[] }) =>
      take(
        api.POST("/api/v1/figures/statements/{statementId}/disputes", {
          params: { path: { statementId } },
          headers: { "idempotency-key": attempt },
          body: { rate, item, ...given },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["figures"] });
      await navigate(`/timeliness/statements/${statementId}`);
    },
  });
}
