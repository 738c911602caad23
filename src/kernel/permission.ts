/**
 * Who may do what, on one page. A person or key holds roles in a body; a role holds permissions; each route names the one
 * that it needs. Refusals that no role lifts are not here but in the database.
 */

/**
 * The roles. Of a source body: `reporter` hands in, `reviewer` confirms and takes back. Of the credit office: `operator`
 * judges subjects, `supervisor` decides what needs a second person. `regulator` and `counter-clerk` look things up for
 * their own decisions. `subject` is an organisation's own user. `auditor` reads the trail, `administrator` keeps people
 * and keys of all bodies and sees no archive for that; both belong to the credit office.
 */
export const ROLES = [
  "reporter",
  "reviewer",
  "operator",
  "supervisor",
  "regulator",
  "counter-clerk",
  "subject",
  "auditor",
  "administrator",
] as const;

export type Role = (typeof ROLES)[number];

/** Roles whose holders see the rows of every body; all others see those of their own. */
const CITY_WIDE: readonly Role[] = ["operator", "supervisor", "auditor"];

/** Roles of the credit office: those that see every body, and whoever keeps people and keys of all. */
export function isOfCreditOffice(role: Role): boolean {
  return role === "administrator" || CITY_WIDE.includes(role);
}

const HOLDERS = {
  "batches:report": ["reporter", "operator"],
  "batches:read": ["reporter", "reviewer", "operator", "supervisor", "auditor"],
  "records:withdraw": ["reviewer", "supervisor"],
  "archive:read": ["reporter", "reviewer", "operator", "supervisor", "regulator", "counter-clerk", "auditor"],
  "reviews:read": ["operator", "supervisor", "auditor"],
  "reviews:judge": ["operator", "supervisor"],
  "subjects:move": ["supervisor"],
  "people:read": ["administrator", "supervisor", "auditor"],
  "people:propose": ["administrator"],
  "people:decide": ["administrator", "supervisor"],
  "keys:manage": ["administrator"],
  "figures:read": ["reporter", "reviewer", "operator", "supervisor", "auditor"],
  "figures:dispute": ["reviewer"],
  "figures:decide": ["supervisor"],
  "audit:read": ["auditor"],
  "metrics:read": ["administrator"],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

/** What somebody with roles may be allowed. */
export type Grant = keyof typeof HOLDERS;

/** What a route asks for: nothing, that somebody has signed in, or a grant of a role. */
export type Permission = "public" | "signed-in" | Grant;

export const GRANTS = Object.keys(HOLDERS).filter((name): name is Grant => name in HOLDERS);

/** The roles that hold a grant. */
export function holdersOf(grant: Grant): readonly Role[] {
  return HOLDERS[grant];
}

/** What these roles may do together. */
export function grantsOf(roles: readonly Role[]): Grant[] {
  return GRANTS.filter((grant) => holdersOf(grant).some((role) => roles.includes(role)));
}

/** Whether holders of these roles see the rows of every body. */
export function isCityWide(roles: readonly string[]): boolean {
  return CITY_WIDE.some((role) => roles.includes(role));
}
