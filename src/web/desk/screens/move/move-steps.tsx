import { Button, Input } from "antd";
import { useId, useState } from "react";
import { Link } from "react-router";
import type { FoundSubject, Move } from "../../../../client/index.ts";
import { useNames } from "../../catalogue.ts";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { MOVE_WORDS } from "./move.words.ts";
import { useMoving, type Asked } from "./moving.ts";

const SHORTEST_REASON = 2;

interface StepsProps {
  readonly ask: (reason: string) => Asked;
  /** The addresses that a merge joins. */
  readonly redirect?: { readonly from: string; readonly into: string };
  readonly receiver: FoundSubject | null;
}

/** The reason, what would move, and then the move itself. */
export function MoveSteps({ ask, redirect, receiver }: StepsProps) {
  const { t } = useWords(MOVE_WORDS);
  const { preview, moving } = useMoving();
  const [reason, setReason] = useState("");
  const id = useId();
  const asked = ask(reason.trim());
  if (moving.data) return <Moved move={moving.data} receiver={receiver} />;
  return (
    <form
      className="confirm"
      onSubmit={(event) => {
        event.preventDefault();
        preview.mutate(asked);
      }}
    >
      <label htmlFor={id}>{t("reason")}</label>
      <Input.TextArea
        id={id}
        value={reason}
        maxLength={500}
        rows={2}
        onChange={({ target }) => {
          setReason(target.value);
          preview.reset();
        }}
      />
      <p className="actions">
        <Button
          htmlType="submit"
          type={preview.data ? "default" : "primary"}
          loading={preview.isPending}
          disabled={reason.trim().length < SHORTEST_REASON}
        >
          {t("preview")}
        </Button>
      </p>
      {preview.isError ? <ProblemNotice error={preview.error} /> : null}
      {preview.data ? (
        <>
          <Previewed move={preview.data} {...(redirect ? { redirect } : {})} />
          <Button type="primary" danger loading={moving.isPending} onClick={() => moving.mutate(asked)}>
            {t(`${asked.act}.submit`, { count: preview.data.judgement.detail.records?.length ?? 0 })}
          </Button>
        </>
      ) : null}
      {moving.isError ? <ProblemNotice error={moving.error} /> : null}
    </form>
  );
}

function Previewed({ move, redirect }: { readonly move: Move; readonly redirect?: StepsProps["redirect"] }) {
  const { t, language } = useWords(MOVE_WORDS);
  const { itemName } = useNames();
  const { items = {}, names = [], identifiers = [] } = move.judgement.detail;
  const joined = (parts: readonly (readonly string[])[]): string =>
    parts.map((part) => part.join(" ")).join(language === "zh" ? "、" : ", ");
  return (
    <section role="status">
      <h2>{t("preview.title")}</h2>
      <ul className="plain-list">
        {Object.entries(items).map(([item, count]) => (
          <li key={item}>{t("preview.records", { item: itemName(item), count })}</li>
        ))}
        {names.length > 0 ? (
          <li>{t("preview.names", { names: joined(names.map((name) => name.slice(0, 1))) })}</li>
        ) : null}
        {identifiers.length > 0 ? <li>{t("preview.identifiers", { identifiers: joined(identifiers) })}</li> : null}
        {redirect ? <li>{t("preview.redirect", redirect)}</li> : null}
        <li>{t("preview.versions")}</li>
      </ul>
      <p className="quiet">{t("preview.nothing")}</p>
    </section>
  );
}

function Moved({ move, receiver }: { readonly move: Move; readonly receiver: FoundSubject | null }) {
  const { t } = useWords(MOVE_WORDS);
  const page = receiver?.uscc ?? receiver?.subjectId ?? move.judgement.otherSubject;
  return (
    <Notice kind="done" title={t("done")}>
      <p className="actions">
        <Link to="/review/judgements">{t("done.judgements")}</Link>
        {page === null ? null : <a href={`/subjects/${page}`}>{t("done.subject")}</a>}
      </p>
    </Notice>
  );
}
