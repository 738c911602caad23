import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useBodies, useCatalogue } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { ProblemNotice } from "../../shell/problem-notice.tsx";
import { useWords } from "../../words.ts";
import { recentMonths } from "./asked-range.tsx";
import { SAMPLES_WORDS } from "./samples.words.ts";

const USUAL_SIZE = "10";
const MOST = 500;
const SHORTEST_SEED = 8;

/** Draws a sample and opens it. */
export function DrawForm() {
  const { t, pick } = useWords(SAMPLES_WORDS);
  const items = useCatalogue().data?.items ?? [];
  const bodies = useBodies().data?.items ?? [];
  const months = recentMonths().map((month) => ({ value: month, label: month }));
  const [wanted, setWanted] = useState({
    item: "",
    body: "",
    from: months[3]?.value ?? "",
    to: months[1]?.value ?? "",
    size: USUAL_SIZE,
    seed: "",
  });
  const set = (name: keyof typeof wanted) => (value: string) => setWanted({ ...wanted, [name]: value });
  const draw = useDraw();
  const size = Number(wanted.size);
  const seed = wanted.seed.trim();
  const whole =
    wanted.item !== "" &&
    wanted.body !== "" &&
    wanted.from <= wanted.to &&
    Number.isInteger(size) &&
    size >= 1 &&
    size <= MOST &&
    (seed === "" || (seed.length >= SHORTEST_SEED && /^[!-~]+$/.test(seed)));
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        const { item, body, from, to } = wanted;
        if (whole) draw.mutate({ item, body, from, to, size, ...(seed === "" ? {} : { seed }) });
      }}
    >
      <h2>{t("draw.title")}</h2>
      <div className="choices choices-top">
        <Choice
          label={t("samples.body")}
          value={wanted.body}
          placeholder="–"
          options={bodies.map(({ body, name }) => ({ value: body, label: pick(name) }))}
          onChange={set("body")}
        />
        <Choice
          label={t("samples.item")}
          value={wanted.item}
          placeholder="–"
          options={items.map(({ item, title }) => ({ value: item, label: pick(title) }))}
          onChange={set("item")}
        />
        <Choice label={t("draw.from")} value={wanted.from} options={months} onChange={set("from")} />
        <Choice label={t("draw.to")} value={wanted.to} options={months} onChange={set("to")} />
        <Field label={t("draw.size")} value={wanted.size} onChange={set("size")} type="number" />
        <Field
          label={t("draw.seed")}
          value={wanted.seed}
          onChange={set("seed")}
          maxLength={128}
          help={t("draw.seed.help")}
        />
      </div>
      <Button type="primary" htmlType="submit" loading={draw.isPending} disabled={!whole}>
        {t("draw.submit")}
      </Button>
      {draw.isError ? <ProblemNotice error={draw.error} /> : null}
    </form>
  );
}

function useDraw() {
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: {
      readonly item: string;
      readonly body: string;
      readonly from: string;
      readonly to: string;
      readonly size: number;
      readonly seed?: string;
    }) => take(api.POST("/api/v1/samples", { body })),
    onSuccess: async ({ sampleId }) => {
      await queries.invalidateQueries({ queryKey: ["samples"] });
      await navigate(`/coverage/samples/${sampleId}`);
    },
  });
}
