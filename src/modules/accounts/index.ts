/**
 * Who may sign in, what they may do, and the keys of programs.
 * Owns the tables of schema `accounts`, which only the database role mingxin_accounts sees. Promises: a secret is kept as
 * its hash only; a role counts when a second person has approved it; signing in, failing to, and every change is in the
 * audit trail. Refuses: to tell whether a user name exists; roles that decide to programs.
 */
export { accountProblem } from "./accounts.problems.ts";
export type { AccountsRuntime } from "./accounts-runtime.ts";
export { findKeyHolder, findSession, type Session } from "./find-actor.ts";
export { foundSamplePeople, type SamplePerson } from "./found-sample-people.ts";
export { registerPeopleRoutes } from "./people.routes.ts";
export { IdentityService } from "./identity-service.ts";
export { registerSessionRoutes } from "./session.routes.ts";
export { headersOf, isFromElsewhere } from "./session-call.ts";
export { sweepAccounts } from "./sweep-accounts.ts";
export { openSignIn, SESSION_COOKIE, type SignIn } from "./sign-in-library.store.ts";
