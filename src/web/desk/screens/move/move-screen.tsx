import { Link } from "react-router";
import { Choice } from "../../choice.tsx";
import { useAsked } from "../../table/asked.ts";
import { useWords } from "../../words.ts";
import { MergeForm } from "./merge-form.tsx";
import { MOVE_WORDS } from "./move.words.ts";
import { SplitForm } from "./split-form.tsx";

/** Putting right whose records are whose: two archives become one, or one becomes two. */
export function MoveScreen() {
  const { t } = useWords(MOVE_WORDS);
  const [asked, ask] = useAsked();
  const split = asked("act") === "split";
  return (
    <>
      <p className="trail">
        <Link to="/review">{t("back")}</Link>
      </p>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <div className="choices">
        <Choice
          label={t("act")}
          value={asked("act")}
          options={[
            { value: "", label: t("act.merge") },
            { value: "split", label: t("act.split") },
          ]}
          onChange={ask("act")}
        />
      </div>
      {split ? <SplitForm /> : <MergeForm />}
    </>
  );
}
