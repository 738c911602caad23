import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useId, useState } from "react";
import { take, type SampleRows } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useCatalogueItem } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { SAMPLES_WORDS } from "./samples.words.ts";

type SampledRow = SampleRows["rows"][number];

const OUTCOMES = ["right", "wrong", "no-document"] as const;
const SHORTEST = 2;

interface CheckProps {
  readonly sample: SampleRows;
  readonly row: SampledRow;
  readonly onClose: () => void;
}

/** What the comparison of one record with its decision document found. */
export function CheckForm({ sample, row, onClose }: CheckProps) {
  const { t } = useWords(SAMPLES_WORDS);
  const [outcome, setOutcome] = useState("");
  const [fields, setFields] = useState<readonly string[]>([]);
  const [against, setAgainst] = useState(row.documentNumber);
  const [words, setWords] = useState("");
  const check = useChecking(sample, row, onClose);
  const known = OUTCOMES.find((one) => one === outcome);
  const differs = known === "wrong";
  const whole = known !== undefined && against.trim().length >= SHORTEST && (!differs || fields.length > 0);
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole)
          check.mutate({
            outcome: known,
            fields: differs ? [...fields] : [],
            checkedAgainst: against.trim(),
            words: words.trim(),
          });
      }}
    >
      <h2>{t("check.title", { place: row.place, number: row.documentNumber })}</h2>
      <div className="choices choices-top">
        <Choice
          label={t("check.outcome")}
          value={outcome}
          placeholder="–"
          options={OUTCOMES.map((one) => ({ value: one, label: t(`outcome.${one}`) }))}
          onChange={setOutcome}
        />
        {differs ? <FieldChoice item={sample.item} chosen={fields} onChange={setFields} /> : null}
        <Field
          label={t("check.against")}
          value={against}
          onChange={setAgainst}
          maxLength={500}
          help={t("check.against.help")}
        />
        <Field label={t("check.words")} value={words} onChange={setWords} maxLength={500} />
      </div>
      <p className="actions">
        <Button type="primary" htmlType="submit" loading={check.isPending} disabled={!whole}>
          {t("check.submit")}
        </Button>
        <Button onClick={onClose}>{t("check.cancel")}</Button>
      </p>
      {check.isError ? <ProblemNotice error={check.error} /> : null}
    </form>
  );
}

interface FieldChoiceProps {
  readonly item: string;
  readonly chosen: readonly string[];
  readonly onChange: (fields: readonly string[]) => void;
}

function FieldChoice({ item, chosen, onChange }: FieldChoiceProps) {
  const { t, pick } = useWords(SAMPLES_WORDS);
  const id = useId();
  const fields = useCatalogueItem(item).data?.fields ?? [];
  return (
    <div className="choice">
      <label htmlFor={id}>{t("check.fields")}</label>
      <Select
        id={id}
        mode="multiple"
        className="wide"
        value={[...chosen]}
        options={fields.map(({ key, title }) => ({ value: key, label: pick(title) }))}
        onChange={(next: string[]) => onChange(next)}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        virtual={false}
        getPopupContainer={(field: HTMLElement) => field.parentElement ?? field}
      />
    </div>
  );
}

function useChecking({ sampleId }: SampleRows, { place }: SampledRow, onDone: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: {
      readonly outcome: (typeof OUTCOMES)[number];
      readonly fields: string[];
      readonly checkedAgainst: string;
      readonly words: string;
    }) =>
      take(
        api.POST("/api/v1/samples/{sampleId}/rows/{place}/checks", {
          params: { path: { sampleId, place: String(place) } },
          body,
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["samples"] });
      onDone();
    },
  });
}
