import type { ReactNode } from "react";
import { addMonths, systemClock } from "../../../../kernel/time.ts";
import { useBodies, useCatalogue } from "../../catalogue.ts";
import { Choice } from "../../choice.tsx";
import { useSession } from "../../session.ts";
import { useAsked } from "../../table/asked.ts";
import { useWords } from "../../words.ts";
import { COVERAGE_WORDS } from "./coverage.words.ts";

const CHOICE_MONTHS = 36;

/** The last three years' months, newest first. */
export function recentMonths(): readonly string[] {
  const today = systemClock.today();
  return Array.from({ length: CHOICE_MONTHS }, (_, at) => addMonths(today, -at).slice(0, 7));
}

/** Whether whoever is signed in sees more than one body. */
function useSeesEveryBody(): boolean {
  const roles: readonly string[] = useSession().data?.roles ?? [];
  return ["operator", "supervisor", "auditor"].some((role) => roles.includes(role));
}

/** Conditions of a list of obligations: item, body where several may be seen, first and last month. */
export function AskedRange({ withItem, children }: { readonly withItem: boolean; readonly children?: ReactNode }) {
  const { t, pick } = useWords(COVERAGE_WORDS);
  const [asked, ask] = useAsked();
  const items = useCatalogue().data?.items ?? [];
  const bodies = useBodies().data?.items ?? [];
  const everyBody = useSeesEveryBody();
  const any = { value: "", label: t("coverage.any") };
  const months = (usual: string) => [
    { value: "", label: usual },
    ...recentMonths().map((month) => ({ value: month, label: month })),
  ];
  return (
    <div className="choices">
      {withItem ? (
        <Choice
          label={t("coverage.item")}
          value={asked("item")}
          options={[any, ...items.map(({ item, title }) => ({ value: item, label: pick(title) }))]}
          onChange={ask("item")}
        />
      ) : null}
      {everyBody ? (
        <Choice
          label={t("coverage.body")}
          value={asked("body")}
          options={[any, ...bodies.map(({ body, name }) => ({ value: body, label: pick(name) }))]}
          onChange={ask("body")}
        />
      ) : null}
      <Choice
        label={t("coverage.from")}
        value={asked("from")}
        options={months(t("coverage.from.usual"))}
        onChange={ask("from")}
      />
      <Choice
        label={t("coverage.to")}
        value={asked("to")}
        options={months(t("coverage.to.usual"))}
        onChange={ask("to")}
      />
      {children}
    </div>
  );
}

/** The same conditions as the API takes them. */
export function useAskedRange() {
  const [asked] = useAsked();
  const given = (name: "item" | "body" | "from" | "to") => (asked(name) === "" ? {} : { [name]: asked(name) });
  return { ...given("item"), ...given("body"), ...given("from"), ...given("to") };
}
