import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { readArchive, type ArchivedVersion, type FoundSubject, take } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Loaded } from "../../shell/loaded.tsx";
import { useWords } from "../../words.ts";
import { MoveSteps } from "./move-steps.tsx";
import { MOVE_WORDS } from "./move.words.ts";
import { SubjectPicker } from "./subject-picker.tsx";
import { Ticks } from "./ticks.tsx";

const MOST_RECORDS = 200;

/** What a subject gives away, and to whom. */
export function SplitForm() {
  const { t } = useWords(MOVE_WORDS);
  const [from, setFrom] = useState<FoundSubject | null>(null);
  const [to, setTo] = useState<FoundSubject | null>(null);
  const same = from !== null && from.subjectId === to?.subjectId;
  return (
    <>
      <div className="pair">
        <SubjectPicker label={t("split.from")} chosen={from} onChoose={setFrom} />
        <div>
          <SubjectPicker label={t("split.to")} chosen={to} onChoose={setTo} />
          {to ? null : <p className="quiet">{t("split.new")}</p>}
        </div>
      </div>
      {same ? <p role="alert">{t("same")}</p> : null}
      {from && !same ? <Parts key={from.subjectId} from={from} to={to} /> : null}
    </>
  );
}

interface PartsProps {
  readonly from: FoundSubject;
  readonly to: FoundSubject | null;
}

function Parts({ from, to }: PartsProps) {
  const { t } = useWords(MOVE_WORDS);
  const api = useApi();
  const [opened, setOpened] = useState(false);
  const subject = from.subjectId;
  const query = useQuery({
    queryKey: ["subjects", subject, "archive"],
    queryFn: async () => {
      const [about, versions] = await Promise.all([
        take(api.GET("/api/v1/subjects/{subject}", { params: { path: { subject } } })),
        readArchive(api, subject, { purpose: t("split.purpose"), limit: MOST_RECORDS }),
      ]);
      return { about, versions };
    },
    enabled: opened,
  });
  if (!opened)
    return (
      <p className="actions">
        <Button type="primary" onClick={() => setOpened(true)}>
          {t("split.open")}
        </Button>
        <span className="quiet">{t("split.audited")}</span>
      </p>
    );
  return (
    <Loaded query={query}>
      {({ about, versions }) => (
        <Chosen
          {...{ from, to, versions }}
          names={[about.name, ...about.formerNames.map(({ name }) => name)]}
          uscc={about.uscc}
        />
      )}
    </Loaded>
  );
}

interface ChosenProps extends PartsProps {
  readonly versions: readonly ArchivedVersion[];
  readonly names: readonly string[];
  readonly uscc: string | null;
}

function Chosen({ from, to, versions, names, uscc }: ChosenProps) {
  const { t } = useWords(MOVE_WORDS);
  const { itemName } = useNames();
  const [records, setRecords] = useState<readonly string[]>([]);
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [withCode, setWithCode] = useState<readonly string[]>([]);
  const there = versions.filter(({ retired }) => !retired);
  const identifiers = withCode.map((value) => ({ scheme: "uscc", value }));
  const some = records.length + taken.length + identifiers.length > 0;
  return (
    <>
      {there.length === 0 ? <p className="empty">{t("split.none")}</p> : null}
      <Ticks
        legend={t("split.records")}
        options={there.map(({ recordId, item, documentNumber, decisionDate }) => ({
          value: recordId,
          label: `${decisionDate} ${documentNumber} · ${itemName(item)}`,
        }))}
        ticked={records}
        onChange={setRecords}
      />
      {versions.length >= MOST_RECORDS ? <p className="quiet">{t("split.more", { count: MOST_RECORDS })}</p> : null}
      <Ticks
        legend={t("split.names")}
        options={names.map((name) => ({ value: name, label: name }))}
        ticked={taken}
        onChange={setTaken}
      />
      {uscc === null ? null : (
        <Ticks
          legend={t("split.code", { uscc })}
          options={[{ value: uscc, label: uscc }]}
          ticked={withCode}
          onChange={setWithCode}
        />
      )}
      {some ? (
        <MoveSteps
          key={JSON.stringify([records, taken, withCode, to?.subjectId])}
          ask={(reason) => ({
            act: "split",
            from: from.subjectId,
            to: to?.subjectId ?? null,
            parts: { records, names: taken, identifiers },
            reason,
          })}
          receiver={to}
        />
      ) : null}
    </>
  );
}
