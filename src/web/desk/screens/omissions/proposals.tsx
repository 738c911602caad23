import { useMutation, useQueryClient } from "@tanstack/react-query";
import { take, type OmissionProposal } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { moment } from "../../numbers.ts";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { OMISSION_WORDS } from "./omissions.words.ts";
import { useAnswerName } from "./standard-answers.ts";

const ACTS = ["approve", "refuse", "take-back"] as const;
type Act = (typeof ACTS)[number];

/** What waits for a second person, with the acts that the reader may take. */
export function Proposals({ proposals }: { readonly proposals: readonly OmissionProposal[] }) {
  const { t } = useWords(OMISSION_WORDS);
  const tell = useTelling();
  const columns: readonly Column<OmissionProposal>[] = [
    { key: "what", title: t("waiting.what"), value: tell },
    { key: "words", title: t("waiting.words"), value: ({ words }) => words },
    { key: "at", title: t("waiting.at"), value: ({ openedAt }) => moment(openedAt), steady: true },
    {
      key: "acts",
      title: t("waiting.acts"),
      value: ({ allowed }) => (allowed.length === 0 ? t("waiting.others") : ""),
      show: (proposal) => <Acts proposal={proposal} what={tell(proposal)} />,
    },
  ];
  return (
    <DataTable
      title={t("waiting.title")}
      columns={columns}
      rows={proposals}
      rowKey={({ proceedingId }) => proceedingId}
      empty={t("waiting.none")}
    />
  );
}

function useTelling(): (proposal: OmissionProposal) => string {
  const { t } = useWords(OMISSION_WORDS);
  const { itemName } = useNames();
  const answerName = useAnswerName();
  return ({ answer, count, example, item }) => {
    if (answer) {
      const { year, from, to } = answer;
      const range = from === to ? String(from) : `${from}–${to}`;
      return t("waiting.answer", { year, range, answer: answerName(answer.answer) });
    }
    if (count) return t("waiting.count", { ...count, highest: "", item: itemName(item ?? "") });
    return t("waiting.dismissal", { example: example ?? "" });
  };
}

interface ActsProps {
  readonly proposal: OmissionProposal;
  readonly what: string;
}

function Acts({ proposal, what }: ActsProps) {
  const { t } = useWords(OMISSION_WORDS);
  const acts = ACTS.filter((act) => proposal.allowed.includes(act));
  if (acts.length === 0) return <span className="quiet">{t("waiting.others")}</span>;
  return (
    <div className="actions">
      {acts.map((act) => (
        <OneAct key={act} act={act} proposal={proposal} what={what} />
      ))}
    </div>
  );
}

function OneAct({ act, proposal, what }: ActsProps & { readonly act: Act }) {
  const { t } = useWords(OMISSION_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  const path = { proceedingId: proposal.proceedingId, act };
  const step = useMutation({
    mutationFn: (reason: string) =>
      take(api.POST("/api/v1/omissions/proposals/{proceedingId}/{act}", { params: { path }, body: { reason } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["omissions"] }),
  });
  return (
    <ReasonedStep
      verb={t(`act.${act}`)}
      effect={t(`act.${act}.effect`, { what })}
      step={step}
      danger={act === "refuse"}
    />
  );
}
