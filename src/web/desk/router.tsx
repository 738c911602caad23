import type { ComponentType } from "react";
import { createBrowserRouter, type RouteObject } from "react-router";
import { NotFound } from "./screens/not-found/not-found.tsx";
import { FirstScreen } from "./shell/first-screen.tsx";
import { BrokenScreen } from "./shell/broken-screen.tsx";
import { Shell } from "./shell/shell.tsx";
import { Waiting } from "./shell/waiting.tsx";
import { ACCOUNT_PAGE, INVITE_SCREEN, KEYS_SCREEN, MOVE_SCREEN, SCREENS, type Screen } from "./screens.ts";
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
  screen(SCREENS.today, [page(null, async () => (await import("./screens/today/today-screen.tsx")).TodayScreen)]),
  screen(SCREENS.inbox, [page(null, async () => (await import("./screens/inbox/inbox-screen.tsx")).InboxScreen)]),
  screen(SCREENS.report, [
    page(null, async () => (await import("./screens/report/report-screen.tsx")).ReportScreen),
    page("form/:item", async () => (await import("./screens/entry/entry-screen.tsx")).EntryScreen),
    page(":batchId", async () => (await import("./screens/report/batch-screen.tsx")).BatchScreen),
  ]),
  screen(SCREENS.review, [
    page(null, async () => (await import("./screens/review/review-screen.tsx")).ReviewScreen),
    page("judgements", async () => (await import("./screens/review/judgements-screen.tsx")).JudgementsScreen),
    page(":rowKey", async () => (await import("./screens/review/row-screen.tsx")).RowScreen),
  ]),
  screen(MOVE_SCREEN, [page(null, async () => (await import("./screens/move/move-screen.tsx")).MoveScreen)]),
  screen(SCREENS.records, [
    page(null, async () => (await import("./screens/records/records-screen.tsx")).RecordsScreen),
    page(":recordId", async () => (await import("./screens/records/record-screen.tsx")).RecordScreen),
    page(":recordId/correct", async () => (await import("./screens/records/correct-screen.tsx")).CorrectScreen),
    page(":recordId/withdraw", async () => (await import("./screens/records/withdraw-screen.tsx")).WithdrawScreen),
  ]),
  screen(SCREENS.amendments, [
    page(null, async () => (await import("./screens/amendments/amendments-screen.tsx")).AmendmentsScreen),
    page(":proceedingId", async () => (await import("./screens/amendments/amendment-screen.tsx")).AmendmentScreen),
  ]),
  screen(SCREENS.held, [
    page(null, async () => (await import("./screens/held/held-screen.tsx")).HeldScreen),
    page(":recordId", async () => (await import("./screens/held/held-record-screen.tsx")).HeldRecordScreen),
  ]),
  screen(SCREENS.timeliness, [
    page(null, async () => (await import("./screens/timeliness/league-screen.tsx")).LeagueScreen),
    page("decisions", async () => (await import("./screens/timeliness/decisions-screen.tsx")).DecisionsScreen),
    page("batches", async () => (await import("./screens/timeliness/batches-screen.tsx")).ReportedBatchesScreen),
    page("calendar", async () => (await import("./screens/timeliness/calendar-screen.tsx")).CalendarScreen),
    page("statements", async () => (await import("./screens/timeliness/statements-screen.tsx")).StatementsScreen),
    page(
      "statements/:statementId",
      async () => (await import("./screens/timeliness/statement-screen.tsx")).StatementScreen,
    ),
    page(
      "statements/:statementId/dispute",
      async () => (await import("./screens/timeliness/dispute-screen.tsx")).DisputeScreen,
    ),
    page("disputes", async () => (await import("./screens/timeliness/disputes-screen.tsx")).DisputesScreen),
  ]),
  screen(SCREENS.coverage, [
    page(null, async () => (await import("./screens/coverage/coverage-screen.tsx")).CoverageScreen),
    page("cell", async () => (await import("./screens/coverage/cell-screen.tsx")).CellScreen),
    page("monthly", async () => (await import("./screens/coverage/monthly-screen.tsx")).MonthlyScreen),
    page("monthly/:body/:month", async () => (await import("./screens/coverage/month-screen.tsx")).MonthScreen),
    page("samples", async () => (await import("./screens/coverage/samples-screen.tsx")).SamplesScreen),
    page("samples/:sampleId", async () => (await import("./screens/coverage/sample-screen.tsx")).SampleScreen),
  ]),
  screen(SCREENS.omissions, [
    page(null, async () => (await import("./screens/omissions/omissions-screen.tsx")).OmissionsScreen),
    page("bodies/:body", async () => (await import("./screens/omissions/body-screen.tsx")).BodyScreen),
    page("series/:seriesId", async () => (await import("./screens/omissions/series-screen.tsx")).SeriesScreen),
  ]),
  screen(SCREENS.catalogue, [
    page(null, async () => (await import("./screens/catalogue/catalogue-screen.tsx")).CatalogueScreen),
    page(":item", async () => (await import("./screens/catalogue/item-screen.tsx")).ItemScreen),
  ]),
  screen(SCREENS.bodies, [page(null, async () => (await import("./screens/bodies/bodies-screen.tsx")).BodiesScreen)]),
  screen(SCREENS.people, [
    page(null, async () => (await import("./screens/people/people-screen.tsx")).PeopleScreen),
    page("changes", async () => (await import("./screens/people/history-screen.tsx")).HistoryScreen),
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
  const signOn = {
    ...page("/sign-on", async () => (await import("./screens/sign-on/sign-on.tsx")).SignOn),
    hydrateFallbackElement: <Waiting />,
    errorElement: <BrokenScreen />,
  };
  return createBrowserRouter([shell, invitation, signOn], { basename: "/desk" });
}
