import { useState } from "react";
import type { FoundSubject } from "../../../../client/index.ts";
import { useWords } from "../../words.ts";
import { MoveSteps } from "./move-steps.tsx";
import { MOVE_WORDS } from "./move.words.ts";
import { SubjectPicker } from "./subject-picker.tsx";

/** Which subject ends and which stays. */
export function MergeForm() {
  const { t } = useWords(MOVE_WORDS);
  const [from, setFrom] = useState<FoundSubject | null>(null);
  const [into, setInto] = useState<FoundSubject | null>(null);
  const same = from !== null && from.subjectId === into?.subjectId;
  return (
    <>
      <div className="pair">
        <SubjectPicker label={t("merge.from")} chosen={from} onChoose={setFrom} />
        <SubjectPicker label={t("merge.into")} chosen={into} onChoose={setInto} />
      </div>
      {same ? <p role="alert">{t("same")}</p> : null}
      {from && into && !same ? (
        <MoveSteps
          key={`${from.subjectId} ${into.subjectId}`}
          ask={(reason) => ({ act: "merge", from: from.subjectId, into: into.subjectId, reason })}
          redirect={{ from: from.name, into: into.name }}
          receiver={into}
        />
      ) : null}
    </>
  );
}
