import { Button } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useBodies } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { useWords } from "../../words.ts";
import { conditionsOf, type Condition, type Conditions } from "./audit.rules.ts";
import { AUDIT_WORDS } from "./audit.words.ts";

/** The conditions of a look; asked for at once, since every look is an entry of its own. */
export function AuditFilter({ conditions }: { readonly conditions: Conditions }) {
  const { t, pick } = useWords(AUDIT_WORDS);
  const [, setAsked] = useSearchParams();
  const [wanted, setWanted] = useState(conditions);
  const bodies = useBodies().data?.items ?? [];
  const change = (name: Condition) => (value: string) => setWanted({ ...wanted, [name]: value });
  return (
    <form
      className="choices choices-top"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked({ ...conditionsOf(new URLSearchParams(wanted)) });
      }}
    >
      <Field label={t("filter.actor")} value={wanted.actor ?? ""} onChange={change("actor")} />
      <Choice
        label={t("filter.body")}
        value={wanted.body ?? ""}
        options={[
          { value: "", label: t("filter.anyBody") },
          ...bodies.map(({ body, name }) => ({ value: body, label: pick(name) })),
        ]}
        onChange={change("body")}
      />
      <Field
        label={t("filter.action")}
        help={t("filter.actionHelp")}
        value={wanted.action ?? ""}
        onChange={change("action")}
      />
      <Field label={t("filter.target")} value={wanted.target ?? ""} onChange={change("target")} />
      <Field label={t("filter.from")} type="date" value={wanted.from ?? ""} onChange={change("from")} />
      <Field label={t("filter.to")} type="date" value={wanted.to ?? ""} onChange={change("to")} />
      <p className="actions choices-end">
        <Button type="primary" htmlType="submit">
          {t("filter.submit")}
        </Button>
        <Button onClick={() => setAsked({})}>{t("filter.clear")}</Button>
      </p>
    </form>
  );
}
