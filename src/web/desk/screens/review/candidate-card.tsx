import type { Candidate } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import type { Choosing } from "./choosing.ts";
import { REVIEW_WORDS } from "./review.words.ts";

interface CandidateProps {
  readonly candidate: Candidate;
  readonly chosen: Choosing | null;
  readonly onChoose: (choosing: Choosing) => void;
}

/** A subject that may be meant: its score with every point explained, and what can be said about it. */
export function CandidateCard({ candidate, chosen, onChoose }: CandidateProps) {
  const { t, pick } = useWords(REVIEW_WORDS);
  const { subjectId, uscc, name, score, evidence } = candidate;
  const radio = (kind: "attach" | "not-same", words: "decide.attach" | "decide.notSame") => (
    <label className="radio">
      <input
        type="radio"
        name="decision"
        checked={chosen?.kind === kind && chosen.subject === subjectId}
        onChange={() => onChoose({ kind, subject: subjectId })}
      />
      {t(words)} <span className="visually-hidden">{name}</span>
    </label>
  );
  return (
    <article className="candidate">
      <h3>
        {name} <span className="candidate-score">{t("candidates.score", { score })}</span>
      </h3>
      <p className="quiet">
        {uscc === null ? t("candidates.noCode") : <span className="mono">{uscc}</span>}
        {" · "}
        <a href={`/subjects/${uscc ?? subjectId}`} target="_blank" rel="noreferrer">
          {t("candidates.public")} <span className="visually-hidden">{name}</span>
        </a>
      </p>
      <ul className="evidence">
        {evidence.map((one) => (
          <li key={one.reason + one.detail}>
            <span>{pick(one.words)}</span>
            <span className="numeric">{(one.points > 0 ? "+" : "−") + String(Math.abs(one.points))}</span>
          </li>
        ))}
      </ul>
      {radio("attach", "decide.attach")}
      {radio("not-same", "decide.notSame")}
    </article>
  );
}
