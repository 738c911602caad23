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

/** A draw as it is typed. */
type Wanted = Readonly<Record<"item" | "body" | "from" | "to" | "size" | "seed", string>>;

/** Whether a draw can be asked for. */
function isWhole({ item, body, from, to, size, seed }: Wanted): boolean {
  const number = Number(size);
  const hasSeed = seed.trim().length >= SHORTEST_SEED && /^[!-~]+$/.test(seed.trim());
  const isCount = Number.isInteger(number) && number >= 1 && number <= MOST;
  return item !== "" && body !== "" && from <= to && isCount && (seed.trim() === "" || hasSeed);
}

/** Draws a sample and opens it. */
export function DrawForm() {
  const { t } = useWords(SAMPLES_WORDS);
  const [, last, , first] = recentMonths();
  const [wanted, setWanted] = useState<Wanted>({
    item: "",
    body: "",
    from: first ?? "",
    to: last ?? "",
    size: USUAL_SIZE,
    seed: "",
  });
  const draw = useDraw();
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        const { size, seed, ...rest } = wanted;
        if (isWhole(wanted))
          draw.mutate({ ...rest, size: Number(size), ...(seed.trim() === "" ? {} : { seed: seed.trim() }) });
      }}
    >
      <h2>{t("draw.title")}</h2>
      <DrawFields wanted={wanted} onChange={setWanted} />
      <Button type="primary" htmlType="submit" loading={draw.isPending} disabled={!isWhole(wanted)}>
        {t("draw.submit")}
      </Button>
      {draw.isError ? <ProblemNotice error={draw.error} /> : null}
    </form>
  );
}

interface FieldsProps {
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

function DrawFields({ wanted, onChange }: FieldsProps) {
  const { t, pick } = useWords(SAMPLES_WORDS);
  const items = useCatalogue().data?.items ?? [];
  const bodies = useBodies().data?.items ?? [];
  const months = recentMonths().map((month) => ({ value: month, label: month }));
  const set = (name: keyof Wanted) => (value: string) => onChange({ ...wanted, [name]: value });
  return (
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
