import { NavLink } from "react-router";
import { SCREENS, type Screen } from "../../screens.ts";
import { mayOpen, useSession } from "../../session.ts";
import { useWords } from "../../words.ts";
import { FIGURES_WORDS } from "./figures.words.ts";

const BASE = SCREENS.timeliness.path;

const TABS = [
  { key: "tabs.league", path: BASE, permission: null },
  { key: "tabs.calendar", path: `${BASE}/calendar`, permission: null },
  { key: "tabs.statements", path: `${BASE}/statements`, permission: null },
  { key: "tabs.disputes", path: `${BASE}/disputes`, permission: "figures:read" },
] as const satisfies readonly (Pick<Screen, "path" | "permission"> & { readonly key: keyof typeof FIGURES_WORDS })[];

/** The parts of the screen: how it stands, day by day, what was stated, what is disputed. */
export function TimelinessTabs() {
  const { t } = useWords(FIGURES_WORDS);
  const session = useSession().data;
  const open = TABS.filter(({ permission }) => session !== undefined && mayOpen(session, permission));
  return (
    <nav className="tabs" aria-label={t("tabs.label")}>
      {open.map(({ key, path }) => (
        <NavLink key={path} to={path} end={path === BASE}>
          {t(key)}
        </NavLink>
      ))}
    </nav>
  );
}
