import { useSearchParams } from "react-router";
import type { Figures } from "../../../../client/index.ts";
import { useNames } from "../../catalogue.ts";
import { share } from "../../numbers.ts";
import { useSession } from "../../session.ts";
import type { Column } from "../../table/column.ts";
import { useWords } from "../../words.ts";
import { FIGURES_WORDS } from "./figures.words.ts";
import { FIRST, type Standing, type Sum } from "./league.rules.ts";
import { RateValue } from "./rate-value.tsx";

/** Where the rows behind a rate are listed. */
const ROWS: Readonly<Record<string, string>> = {
  timeliness: "/timeliness/decisions",
  compliance: "/timeliness/batches",
  report: "/coverage/monthly",
  "own-site": "/coverage/monthly",
  omission: "/omissions",
};

type Rate = Figures["rates"][number];

interface Asked {
  readonly by: "body" | "item";
  readonly from: string;
  readonly to: string;
}

/** Name, then each rate with its parts; an export carries every part in a column of its own. */
export function useLeagueColumns(asked: Asked, rates: readonly Rate[]): readonly Column<Standing>[] {
  const { t } = useWords(FIGURES_WORDS);
  const { bodyName, itemName } = useNames();
  const columnsOf = useRateColumns(asked);
  const { by } = asked;
  const name = ({ code }: Standing): string => {
    if (by === "item") return itemName(code);
    return code === "" ? t("league.noBody") : bodyName(code);
  };
  const ofTimeliness = (key: "late" | "excluded", of: (sum: Sum) => number): Column<Standing> => ({
    key,
    title: t(`league.${key}`),
    value: (standing) => of(standing.of(FIRST)),
    numeric: true,
  });
  return [
    { key: "name", title: t(by === "item" ? "league.item" : "league.body"), value: name },
    ...rates.flatMap((rate) => columnsOf(rate, name)),
    ofTimeliness("late", ({ numerator, denominator }) => denominator - numerator),
    ofTimeliness("excluded", ({ apart }) => apart),
  ];
}

/** The columns of one rate: the rate as it is shown, and its parts for an export. */
function useRateColumns({ by, from, to }: Asked) {
  const { t, pick } = useWords(FIGURES_WORDS);
  const [address] = useSearchParams();
  const ownBody = useSession().data?.body?.code;
  const rowsOf = (rate: string, { code }: Standing): string | null => {
    const path = ROWS[rate];
    if (path === undefined) return null;
    const further = new URLSearchParams({ from, to });
    const item = by === "item" ? code : address.get("item");
    if (item) further.set("item", item);
    if (by === "body") further.set("body", code === "" ? "-" : code);
    return `${path}?${further.toString()}`;
  };
  const isHidden = ({ seen }: Rate, { code }: Standing): boolean => seen === "own" && by === "body" && code !== ownBody;
  return (rate: Rate, name: (standing: Standing) => string): Column<Standing>[] => {
    const title = pick(rate.title);
    const part = (key: "numerator" | "denominator"): Column<Standing> => ({
      key: `${rate.rate}-${key}`,
      title: `${title} ${t(`league.${key}`)}`,
      value: (standing) => (isHidden(rate, standing) ? null : standing.of(rate.rate)[key]),
      exportOnly: true,
    });
    const shown = (standing: Standing): string => {
      const { numerator, denominator } = standing.of(rate.rate);
      return isHidden(rate, standing) ? t("rate.hidden") : share(numerator, denominator);
    };
    const show = (standing: Standing) =>
      isHidden(rate, standing) ? (
        <span className="quiet">{t("rate.hidden")}</span>
      ) : (
        <RateValue
          sum={standing.of(rate.rate)}
          to={rowsOf(rate.rate, standing)}
          label={`${name(standing)} ${title}`}
          withMeter={rate.rate === FIRST}
        />
      );
    return [{ key: rate.rate, title, value: shown, show, numeric: true }, part("numerator"), part("denominator")];
  };
}
