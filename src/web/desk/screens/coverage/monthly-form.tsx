import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { take, type MonthlyHistory } from "../../../../client/index.ts";
import { parseLocalDate } from "../../../../kernel/time.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { Notice } from "../../shell/notice.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { useAnswers } from "./answers.ts";
import { isQuestionable, readLine, type ReadLine, type TypedLine } from "./monthly-form.rules.ts";
import { MONTHLY_WORDS } from "./monthly.words.ts";

/** Fills in what was produced and published; what was reported stands beside it, counted. */
export function MonthlyForm({ history }: { readonly history: MonthlyHistory }) {
  const { t } = useWords(MONTHLY_WORDS);
  const { needsWords } = useAnswers("notReported");
  const last = history.versions[0];
  const [lines, setLines] = useState<readonly TypedLine[]>(() => history.filed.map(({ item }) => startOf(item, last)));
  const [address, setAddress] = useState(last?.address ?? "");
  const [publishedOn, setPublishedOn] = useState(last?.publishedOn ?? "");
  const make = useMaking(history);
  const filedOf = (item: string): number => history.filed.find((one) => one.item === item)?.count ?? 0;
  const read = lines.map((line) => readLine(line, filedOf(line.item), needsWords)).filter((line) => line !== null);
  const publishes = read.some(({ ownSite }) => ownSite > 0);
  const hasPlace = /^https?:\/\/\S+$/.test(address.trim()) && parseLocalDate(publishedOn) !== null;
  const hasNone = address.trim() === "" && publishedOn === "";
  const whole = read.length === lines.length && (hasPlace || (hasNone && !publishes));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (whole)
          make.mutate({
            lines: read,
            address: hasPlace ? address.trim() : null,
            publishedOn: hasPlace ? publishedOn : null,
          });
      }}
    >
      {lines.map((line) => (
        <LineFields
          key={line.item}
          line={line}
          filed={filedOf(line.item)}
          onChange={(changed) => setLines(lines.map((one) => (one.item === changed.item ? changed : one)))}
        />
      ))}
      <div className="choices choices-top">
        <Field
          label={t("monthly.address")}
          value={address}
          onChange={setAddress}
          maxLength={500}
          help={t("form.address.help")}
        />
        <Field label={t("monthly.publishedOn")} value={publishedOn} onChange={setPublishedOn} type="date" />
      </div>
      <Button type="primary" htmlType="submit" loading={make.isPending} disabled={!whole}>
        {t("form.submit")}
      </Button>
      {make.isError ? <ProblemNotice error={make.error} /> : null}
    </form>
  );
}

function startOf(item: string, last: MonthlyHistory["versions"][number] | undefined): TypedLine {
  const line = last?.lines.find((one) => one.item === item);
  return {
    item,
    produced: line ? String(line.produced) : "",
    ownSite: line ? String(line.ownSite) : "",
    basis: line?.basis ?? "",
    basisWords: line?.basisWords ?? "",
  };
}

interface LineProps {
  readonly line: TypedLine;
  readonly filed: number;
  readonly onChange: (line: TypedLine) => void;
}

function LineFields({ line, filed, onChange }: LineProps) {
  const { t } = useWords(MONTHLY_WORDS);
  const { itemName } = useNames();
  const { optionsFor, needsWords } = useAnswers("notReported");
  const produced = Number(line.produced);
  const set = (name: keyof TypedLine) => (value: string) => onChange({ ...line, [name]: value });
  return (
    <fieldset className="ticks">
      <legend>
        {itemName(line.item)} · {t("form.reported", { count: filed })}
      </legend>
      <div className="choices choices-top">
        <Field label={t("monthly.produced")} value={line.produced} onChange={set("produced")} type="number" />
        <Field label={t("monthly.ownSite")} value={line.ownSite} onChange={set("ownSite")} type="number" />
        {produced > filed ? (
          <>
            <Choice
              label={`${t("monthly.basis")} (${produced - filed})`}
              value={line.basis}
              placeholder="–"
              options={optionsFor(line.item)}
              onChange={set("basis")}
            />
            <Field
              label={t("form.basisWords")}
              value={line.basisWords}
              onChange={set("basisWords")}
              maxLength={500}
              {...(needsWords(line.basis) ? { help: t("form.basisWords.needed") } : {})}
            />
          </>
        ) : null}
      </div>
      {isQuestionable(line, filed) ? <Notice kind="warning" title={t("form.question", { count: filed })} /> : null}
    </fieldset>
  );
}

interface Made {
  readonly lines: readonly ReadLine[];
  readonly address: string | null;
  readonly publishedOn: string | null;
}

function useMaking({ body, month }: MonthlyHistory) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ lines, ...place }: Made) =>
      take(api.POST("/api/v1/monthly-tables", { body: { body, month, ...place, lines: [...lines] } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["monthly"] }),
  });
}
