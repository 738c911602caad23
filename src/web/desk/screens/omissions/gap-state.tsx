import type { OmissionGap } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { OMISSION_WORDS } from "./omissions.words.ts";
import { useAnswerName } from "./standard-answers.ts";

const LOOKS = {
  "not-yet-asked": { tone: "plain", sign: "○" },
  open: { tone: "warning", sign: "△" },
  unexplained: { tone: "error", sign: "✕" },
  answered: { tone: "done", sign: "✓" },
} as const;

/** Where a gap stands, in one line. */
export function useGapState(): (gap: OmissionGap) => string {
  const { t } = useWords(OMISSION_WORDS);
  const answerName = useAnswerName();
  return ({ state, answer, askAgainOn, dueMissing, waits }) => {
    if (waits !== null) return t("gap.waits");
    if (dueMissing !== null) return t("gap.noCalendar", { file: dueMissing });
    if (state !== "answered") return t(`gap.${state}`);
    const said = t("gap.answered", { answer: answerName(answer ?? "") });
    return askAgainOn === null ? said : `${said}（${t("gap.again", { day: askAgainOn })}）`;
  };
}

export function GapState({ gap }: { readonly gap: OmissionGap }) {
  const text = useGapState()(gap);
  const look = gap.waits === null ? LOOKS[gap.state] : { tone: "review", sign: "◇" };
  return (
    <span className={`state state-${look.tone}`}>
      <span aria-hidden="true">{look.sign}</span> {text}
    </span>
  );
}
