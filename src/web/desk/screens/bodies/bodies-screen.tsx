import { useState } from "react";
import type { BodyEntry } from "../../../../client/index.ts";
import { systemClock } from "../../../../kernel/time.ts";
import { useBodies, useDuties, useNames } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { Field } from "../../field.tsx";
import { Loaded } from "../../shell/loaded.tsx";
import { useAsked } from "../../table/asked.ts";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { byLevel, existsOn, matches, NATION } from "./bodies.rules.ts";
import { BODIES_WORDS } from "./bodies.words.ts";

/** The bodies that report, level by level, with what became of abolished ones. */
export function BodiesScreen() {
  const { t } = useWords(BODIES_WORDS);
  const query = useBodies();
  const [asked, ask] = useAsked();
  const [typed, setTyped] = useState("");
  const all = asked("show") === "all";
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <div className="choices">
        <Field label={t("find")} value={typed} onChange={setTyped} />
        <Choice
          label={t("show")}
          value={asked("show")}
          options={[
            { value: "", label: t("show.now") },
            { value: "all", label: t("show.all") },
          ]}
          onChange={ask("show")}
        />
      </div>
      <Loaded query={query}>
        {({ items }) => (
          <BodyTable
            all={items}
            shown={items.filter((body) => (all || existsOn(body, systemClock.today())) && matches(body, typed))}
          />
        )}
      </Loaded>
    </>
  );
}

interface TableProps {
  readonly all: readonly BodyEntry[];
  readonly shown: readonly BodyEntry[];
}

function BodyTable({ all, shown }: TableProps) {
  const { t } = useWords(BODIES_WORDS);
  const columns = useBodyColumns(all, shown);
  return (
    <DataTable
      title={t("title")}
      columns={columns}
      rows={byLevel(shown)}
      rowKey={({ body }) => body}
      empty={t("empty")}
    />
  );
}

function useBodyColumns(all: readonly BodyEntry[], shown: readonly BodyEntry[]): readonly Column<BodyEntry>[] {
  const { t, pick, language } = useWords(BODIES_WORDS);
  const { bodyName, itemName } = useNames();
  const duties = useDuties().data?.items ?? [];
  const owed = (code: string): string =>
    duties
      .filter(({ owedBy }) => owedBy.some(({ body }) => body === code))
      .map(({ item, period }) => t("duty", { item: itemName(item), every: t(`every.${period}`) }))
      .join(language === "zh" ? "、" : ", ");
  const before = (code: string): string =>
    all
      .filter(({ successor }) => successor === code)
      .map(({ name }) => pick(name))
      .join(language === "zh" ? "、" : ", ");
  const validity = ({ validFrom, validTo }: BodyEntry): string => {
    if (validFrom === null) return validTo === null ? t("validity.now") : t("validity.until", { to: validTo });
    return validTo === null
      ? t("validity.since", { from: validFrom })
      : t("validity.between", { from: validFrom, to: validTo });
  };
  const place = ({ division, divisionName }: BodyEntry): string => {
    if (divisionName) return pick(divisionName);
    return division === NATION ? t("nation") : t("otherDivision", { code: division });
  };
  const columns: readonly Column<BodyEntry>[] = [
    {
      key: "body",
      title: t("body"),
      value: ({ name }) => pick(name),
      show: ({ name, aliases, creditOffice, verified }) => (
        <div className="body-name">
          {pick(name)}
          {creditOffice ? <span className="quiet"> · {t("creditOffice")}</span> : null}
          {aliases.length > 0 || !verified ? (
            <>
              <br />
              <span className="quiet small">
                {[...aliases, ...(verified ? [] : [t("unverified")])].join(language === "zh" ? "；" : "; ")}
              </span>
            </>
          ) : null}
        </div>
      ),
    },
    { key: "code", title: t("code"), value: ({ body }) => body, show: ({ body }) => <code>{body}</code>, steady: true },
    { key: "division", title: t("division"), value: place, steady: true },
    { key: "duties", title: t("duties"), value: ({ body }) => owed(body) },
    { key: "validity", title: t("validity"), value: validity, steady: true },
    {
      key: "successor",
      title: t("successor"),
      value: ({ successor }) => (successor === null ? null : bodyName(successor)),
    },
    { key: "predecessors", title: t("predecessors"), value: ({ body }) => before(body) },
    { key: "uscc", title: t("uscc"), value: ({ uscc }) => uscc, steady: true },
  ];
  // A column that nothing stands in is left out: successors where no abolished body is shown, codes not known yet.
  return columns.filter(({ value }) => shown.some((body) => (value(body) ?? "") !== ""));
}
