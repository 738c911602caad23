import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { take, type FoundSubject } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { Field } from "../../field.tsx";
import { Loaded } from "../../shell/loaded.tsx";
import { useWords } from "../../words.ts";
import { MOVE_WORDS } from "./move.words.ts";

const MOST = 10;

interface PickerProps {
  readonly label: string;
  readonly chosen: FoundSubject | null;
  readonly onChoose: (subject: FoundSubject | null) => void;
}

/** Finds a subject by name or code, and shows the one that was chosen. */
export function SubjectPicker({ label, chosen, onChoose }: PickerProps) {
  const { t } = useWords(MOVE_WORDS);
  return (
    <fieldset className="sheet picker">
      <legend>{label}</legend>
      {chosen ? (
        <div className="picked">
          <SubjectLine subject={chosen} />
          <Button onClick={() => onChoose(null)}>{t("find.change")}</Button>
        </div>
      ) : (
        <Finder onChoose={onChoose} />
      )}
    </fieldset>
  );
}

function Finder({ onChoose }: { readonly onChoose: (subject: FoundSubject) => void }) {
  const { t } = useWords(MOVE_WORDS);
  const api = useApi();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState("");
  const query = useQuery({
    queryKey: ["subjects", asked],
    queryFn: () => take(api.GET("/api/v1/subjects", { params: { query: { q: asked, limit: MOST } } })),
    enabled: asked !== "",
  });
  return (
    <>
      <form
        className="choices"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(typed.trim());
        }}
      >
        <Field label={t("find")} value={typed} onChange={setTyped} />
        <Button htmlType="submit" disabled={typed.trim() === ""}>
          {t("find.submit")}
        </Button>
      </form>
      {asked === "" ? null : (
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="empty">{t("find.none")}</p>
            ) : (
              <ul className="plain-list">
                {items.map((subject) => (
                  <li key={subject.subjectId}>
                    <button type="button" className="pick" onClick={() => onChoose(subject)}>
                      <SubjectLine subject={subject} />
                    </button>
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      )}
    </>
  );
}

function SubjectLine({ subject: { name, uscc, publicRecords } }: { readonly subject: FoundSubject }) {
  const { t } = useWords(MOVE_WORDS);
  return (
    <span>
      <strong>{name}</strong>
      <br />
      <span className="quiet">
        {uscc === null ? t("find.noCode") : <span className="mono">{uscc}</span>}
        {" · "}
        {t("find.records", { count: publicRecords })}
      </span>
    </span>
  );
}
