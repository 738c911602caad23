import type { ComponentType } from "react";
import { createBrowserRouter, type RouteObject } from "react-router";
import { NotFound } from "./screens/not-found/not-found.tsx";
import { FirstScreen } from "./shell/first-screen.tsx";
import { BrokenScreen } from "./shell/broken-screen.tsx";
import { Shell } from "./shell/shell.tsx";
import { Waiting } from "./shell/waiting.tsx";
import { ACCOUNT_PAGE, INVITE_SCREEN, KEYS_SCREEN, SCREENS, type Screen } from "./screens.ts";
import { PermittedOutlet } from "./shell/permitted-outlet.tsx";

/** One address below a screen, `null` for the screen's own; its file is loaded when it is first opened. */
const page = (path: string | null, load: () => Promise<ComponentType>): RouteObject => {
  const lazy = async () => ({ Component: await load() });
  return path === null ? { index: true, lazy } : { path, lazy };
};

/** A screen and what lies below it, open to those with its right. */
const screen = (of: Screen, children: RouteObject[]): RouteObject => ({
  path: of.path,
  element: <PermittedOutlet screen={of} />,
  children,
});

/** The addresses of the desk. Each screen is loaded when it is first opened. */
const ROUTES: RouteObject[] = [
  { index: true, element: <FirstScreen /> },
  screen(SCREENS.report, [
    page(null, async () => (await import("./screens/report/report-screen.tsx")).ReportScreen),
    page(":batchId", async () => (await import("./screens/report/batch-screen.tsx")).BatchScreen),
  ]),
  screen(SCREENS.review, [
    page(null, async () => (await import("./screens/review/review-screen.tsx")).ReviewScreen),
    page("judgements", async () => (await import("./screens/review/judgements-screen.tsx")).JudgementsScreen),
    page(":rowKey", async () => (await import("./screens/review/row-screen.tsx")).RowScreen),
  ]),
  screen(SCREENS.held, [
    page(null, async () => (await import("./screens/held/held-screen.tsx")).HeldScreen),
    page(":recordId", async () => (await import("./screens/held/held-record-screen.tsx")).HeldRecordScreen),
  ]),
  screen(SCREENS.timeliness, [
    page(null, async () => (await import("./screens/timeliness/league-screen.tsx")).LeagueScreen),
    page("decisions", async () => (await import("./screens/timeliness/decisions-screen.tsx")).DecisionsScreen),
  ]),
  screen(SCREENS.catalogue, [
    page(null, async () => (await import("./screens/catalogue/catalogue-screen.tsx")).CatalogueScreen),
    page(":item", async () => (await import("./screens/catalogue/item-screen.tsx")).ItemScreen),
  ]),
  screen(SCREENS.bodies, [page(null, async () => (await import("./screens/bodies/bodies-screen.tsx")).BodiesScreen)]),
  screen(SCREENS.people, [
    page(null, async () => (await import("./screens/people/people-screen.tsx")).PeopleScreen),
    page(":personId", async () => (await import("./screens/people/person-screen.tsx")).PersonScreen),
  ]),
  screen(INVITE_SCREEN, [page(null, async () => (await import("./screens/people/invite-screen.tsx")).InviteScreen)]),
  screen(KEYS_SCREEN, [page(null, async () => (await import("./screens/people/keys-screen.tsx")).KeysScreen)]),
  screen(SCREENS.audit, [page(null, async () => (await import("./screens/audit/audit-screen.tsx")).AuditScreen)]),
  page(ACCOUNT_PAGE.path, async () => (await import("./screens/account/account-screen.tsx")).AccountScreen),
  { path: "*", element: <NotFound /> },
];

export function deskRouter() {
  const shell = {
    path: "/",
    element: <Shell />,
    hydrateFallbackElement: <Waiting />,
    errorElement: <BrokenScreen />,
    children: ROUTES,
  };
  const invitation = {
    ...page("/invitation", async () => (await import("./screens/invitation/invitation.tsx")).Invitation),
    hydrateFallbackElement: <Waiting />,
    errorElement: <BrokenScreen />,
  };
  return createBrowserRouter([shell, invitation], { basename: "/desk" });
}
