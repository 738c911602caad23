import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { take, type BodyStanding } from "../../../../client/index.ts";
import { useApi } from "../../api.ts";
import { useNames } from "../../catalogue.ts";
import { Loaded } from "../../shell/loaded.tsx";
import type { Column } from "../../table/column.ts";
import { DataTable } from "../../table/data-table.tsx";
import { useWords } from "../../words.ts";
import { BodyOmissions } from "./body-omissions.tsx";
import { OMISSION_WORDS } from "./omissions.words.ts";

/** The bodies that the reader may see, those with most to explain first; whoever sees one body only is shown that one. */
export function OmissionsScreen() {
  const { t } = useWords(OMISSION_WORDS);
  const api = useApi();
  const columns = useBodyColumns();
  const query = useQuery({
    queryKey: ["omissions", "bodies"],
    queryFn: () => take(api.GET("/api/v1/omissions")),
  });
  return (
    <>
      <h1>{t("omissions.title")}</h1>
      <p className="lead">{t("omissions.lead")}</p>
      <Loaded query={query}>
        {({ items }) => {
          const [only, ...others] = items;
          if (only && others.length === 0) return <BodyOmissions body={only.body} />;
          return (
            <DataTable
              title={t("omissions.title")}
              columns={columns}
              rows={items}
              rowKey={({ body }) => body}
              empty={t("omissions.empty")}
            />
          );
        }}
      </Loaded>
    </>
  );
}

function useBodyColumns(): readonly Column<BodyStanding>[] {
  const { t } = useWords(OMISSION_WORDS);
  const { bodyName, itemName } = useNames();
  const hints = ({ differing, drops, proposed }: BodyStanding): string[] => [
    ...(proposed > 0 ? [t("body.proposed", { count: proposed })] : []),
    ...(differing > 0 ? [t("body.differing", { count: differing })] : []),
    ...drops.map(({ month, item }) => t("body.drop", { month, item: itemName(item) })),
  ];
  return [
    {
      key: "body",
      title: t("body.name"),
      value: ({ body }) => bodyName(body),
      show: ({ body }) => <Link to={`/omissions/bodies/${body}`}>{bodyName(body)}</Link>,
    },
    {
      key: "state",
      title: t("body.state"),
      value: (standing) => t(`state.${stateOf(standing)}`),
      show: (standing) => <BodyState standing={standing} />,
      steady: true,
    },
    { key: "unexplained", title: t("body.unexplained"), value: ({ unexplained }) => unexplained, numeric: true },
    { key: "open", title: t("body.open"), value: ({ open }) => open, numeric: true },
    { key: "answered", title: t("body.answered"), value: ({ answered }) => answered, numeric: true },
    { key: "notYet", title: t("body.notYet"), value: ({ notYetAsked }) => notYetAsked, exportOnly: true },
    { key: "waiting", title: t("body.waiting"), value: ({ waiting }) => waiting, numeric: true },
    { key: "series", title: t("body.series"), value: ({ confirmed }) => confirmed, exportOnly: true },
    { key: "answerBy", title: t("body.answerBy"), value: ({ answerBy }) => answerBy, steady: true },
    {
      key: "count",
      title: t("body.count"),
      value: ({ month, attested, toAttest }) => t("body.countOf", { month, attested, total: toAttest }),
      steady: true,
    },
    {
      key: "hints",
      title: t("body.hints"),
      value: (standing) => hints(standing).join("；"),
      show: (standing) =>
        hints(standing).length === 0 ? "–" : hints(standing).map((hint) => <div key={hint}>{hint}</div>),
    },
  ];
}

type Standing = "unexplained" | "open" | "proposed" | "clear";

function stateOf({ unexplained, open, proposed }: BodyStanding): Standing {
  if (unexplained > 0) return "unexplained";
  if (open > 0) return "open";
  return proposed > 0 ? "proposed" : "clear";
}

const LOOKS = {
  unexplained: { tone: "error", sign: "✕" },
  open: { tone: "warning", sign: "△" },
  proposed: { tone: "review", sign: "◇" },
  clear: { tone: "done", sign: "✓" },
} as const;

function BodyState({ standing }: { readonly standing: BodyStanding }) {
  const { t } = useWords(OMISSION_WORDS);
  const state = stateOf(standing);
  return (
    <span className={`state state-${LOOKS[state].tone}`}>
      <span aria-hidden="true">{LOOKS[state].sign}</span> {t(`state.${state}`)}
    </span>
  );
}
