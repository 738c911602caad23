import { useState } from "react";
import { NavLink, useLocation } from "react-router";
import type { Session } from "../../../client/index.ts";
import { SCREEN_GROUPS, SCREENS, type Screen, type ScreenGroup } from "../screens.ts";
import { mayOpen } from "../session.ts";
import { useWords } from "../words.ts";
import { SHELL_WORDS } from "./shell.words.ts";

/**
 * The screens that this person may open, in groups: a column beside the screen, and on narrow screens a list that opens
 * below the header and closes with the choice.
 */
export function DeskNavigation({ session }: { readonly session: Session }) {
  const { t, pick } = useWords(SHELL_WORDS);
  const { pathname } = useLocation();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const open = openedAt === pathname;
  const groups = groupsOf(session);
  const here = groups.flatMap(({ screens }) => screens).find(({ path }) => isWithin(path, pathname));
  return (
    <div className="desk-navigation">
      <button
        type="button"
        className="navigation-opener"
        aria-expanded={open}
        aria-controls="desk-screens"
        onClick={() => setOpenedAt(open ? null : pathname)}
      >
        {here ? pick(here.title) : t("shell.menu")}
        <span className="quiet">{t(open ? "shell.menu.close" : "shell.menu.open")}</span>
      </button>
      <nav id="desk-screens" aria-label={t("shell.screens")} data-open={open}>
        {groups.map(({ group, screens }) => (
          <div key={group} className="screen-group">
            <p id={`screens-${group}`}>{pick(SCREEN_GROUPS[group])}</p>
            <ul aria-labelledby={`screens-${group}`}>
              {screens.map((screen) => (
                <li key={screen.path}>
                  <NavLink to={screen.path} onClick={() => setOpenedAt(null)}>
                    {pick(screen.title)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </div>
  );
}

interface Group {
  readonly group: ScreenGroup;
  readonly screens: readonly Screen[];
}

/** The groups in which this person has a screen. */
function groupsOf(session: Session): Group[] {
  const order: readonly ScreenGroup[] = ["work", "quality", "reference", "administration"];
  return order
    .map((group) => ({
      group,
      screens: Object.values(SCREENS).filter((screen) => screen.group === group && mayOpen(session, screen.permission)),
    }))
    .filter(({ screens }) => screens.length > 0);
}

function isWithin(path: string, pathname: string): boolean {
  return pathname === path || pathname.startsWith(`${path}/`);
}
