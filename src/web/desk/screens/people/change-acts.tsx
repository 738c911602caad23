import { useMutation, useQueryClient } from "@tanstack/react-query";
import { take, type AccessChange } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { PEOPLE_KEY } from "../../people.ts";
import { ReasonedStep } from "../../shell/reasoned-step.tsx";
import { useWords } from "../../words.ts";
import { useTelling, type ChangeTold } from "./access-change.ts";
import { PEOPLE_WORDS } from "./people.words.ts";
import { CHANGES_KEY, type Outcome } from "./outcome.ts";

const ACTS = ["approve", "refuse", "take-back"] as const;
type Act = (typeof ACTS)[number];

interface ActsProps {
  readonly change: AccessChange;
  readonly onDone: (outcome: Outcome) => void;
}

/** The acts that this person may take on a change now. */
export function ChangeActs({ change, onDone }: ActsProps) {
  const { t } = useWords(PEOPLE_WORDS);
  const acts = ACTS.filter((act) => change.allowed.includes(act));
  if (acts.length === 0) return <span className="quiet">{t("waiting.others")}</span>;
  return (
    <div className="actions">
      {acts.map((act) => (
        <ChangeAct key={act} act={act} change={change} onDone={onDone} />
      ))}
    </div>
  );
}

function ChangeAct({ act, change, onDone }: ActsProps & { readonly act: Act }) {
  const { t } = useWords(PEOPLE_WORDS);
  const told = useTelling()(change);
  const step = useAct(act, change, told, onDone);
  const effect = act === "approve" ? t(`approve.${told.kind}`, { ...told }) : t(`${act}.effect`, { what: told.what });
  return <ReasonedStep verb={t(act)} effect={effect} step={step} danger={act === "refuse"} />;
}

function useAct(act: Act, { proceedingId }: AccessChange, told: ChangeTold, onDone: ActsProps["onDone"]) {
  const { t } = useWords(PEOPLE_WORDS);
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      take(
        api.POST("/api/v1/access-changes/{proceedingId}/{act}", {
          params: { path: { proceedingId, act } },
          body: { reason },
        }),
      ),
    onSuccess: ({ invitation }) => {
      // Told first: with the new list this row is gone.
      onDone({ title: t(`${act}.done`, { what: told.what }), name: told.name, invitation });
      return Promise.all([CHANGES_KEY, PEOPLE_KEY].map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
