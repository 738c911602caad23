import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { OMISSION_WORDS } from "./omissions.words.ts";

interface Stated {
  readonly item: string;
  readonly month: string;
  readonly decisions: string;
  readonly highest: string;
  readonly words: string;
}

interface FormProps {
  /** Months that are over, newest first. */
  readonly months: readonly string[];
  readonly items: readonly string[];
}

/** Stating how many decisions were made in a month; a reviewer signs it. */
export function CountForm({ months, items }: FormProps) {
  const { t } = useWords(OMISSION_WORDS);
  const { itemName } = useNames();
  const nothing: Stated = { item: items[0] ?? "", month: months[0] ?? "", decisions: "", highest: "", words: "" };
  const [stated, setStated] = useState(nothing);
  const stating = useStating(() => setStated(nothing));
  const set = (name: keyof Stated) => (value: string) => setStated({ ...stated, [name]: value });
  const isComplete = stated.item !== "" && stated.month !== "" && /^\d{1,7}$/.test(stated.decisions.trim());
  if (months.length === 0) return null;
  return (
    <form
      className="sheet"
      aria-label={t("count.title")}
      onSubmit={(event) => {
        event.preventDefault();
        stating.mutate(stated);
      }}
    >
      <div className="choices">
        <Choice
          label={t("series.item")}
          value={stated.item}
          options={items.map((item) => ({ value: item, label: itemName(item) }))}
          onChange={set("item")}
        />
        <Choice
          label={t("months.month")}
          value={stated.month}
          options={months.map((month) => ({ value: month, label: month }))}
          onChange={set("month")}
        />
        <Field label={t("count.decisions")} type="number" value={stated.decisions} onChange={set("decisions")} />
        <Field label={t("count.highest")} value={stated.highest} onChange={set("highest")} />
        <Field label={t("count.words")} value={stated.words} maxLength={500} onChange={set("words")} />
      </div>
      <Button type="primary" htmlType="submit" loading={stating.isPending} disabled={!isComplete}>
        {t("count.submit")}
      </Button>
      {stating.data ? <Notice kind="done" title={t("count.sent", { month: stating.data.count?.month ?? "" })} /> : null}
      {stating.isError ? <ProblemNotice error={stating.error} /> : null}
    </form>
  );
}

function useStating(onStated: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ item, month, decisions, highest, words }: Stated) => {
      const numbers = highest.split(/[;；]/).flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));
      const said = words.trim() === "" ? {} : { words: words.trim() };
      const body = { item, month, decisions: Number(decisions), highest: numbers, ...said };
      return take(api.POST("/api/v1/omissions/counts", { body }));
    },
    onSuccess: () => {
      onStated();
      return queries.invalidateQueries({ queryKey: ["omissions"] });
    },
  });
}
