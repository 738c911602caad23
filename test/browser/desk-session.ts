import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import type { TestCity } from "../city.ts";
import { invite, PASSWORD, signedInAs, Visitor } from "../fixtures/signed-in.ts";

/** Somebody at the desk: an operator, one without a right to its screens, with a password that must be changed, nobody. */
export type DeskRole = "operator" | "no-rights" | "first-password" | "anonymous";

const visitors = new WeakMap<TestCity, Map<DeskRole, Promise<Visitor>>>();

/** Makes the browser of a page somebody's: signed in, with the cookies of a session. */
export async function signIn(page: Page, city: TestCity, role: DeskRole): Promise<void> {
  await page.context().clearCookies({ name: /session/ });
  if (role === "anonymous") return;
  const known = visitors.get(city) ?? new Map<DeskRole, Promise<Visitor>>();
  visitors.set(city, known);
  const visitor = known.get(role) ?? visitorOf(city, role);
  known.set(role, visitor);
  await takeSession(page, city, await visitor);
}

/** How somebody looks at the desk. */
export interface Look {
  readonly width: number;
  readonly language: "zh" | "en";
  readonly colorScheme: "light" | "dark";
  readonly bypassCSP: boolean;
}

const USUAL: Look = { width: 1440, language: "zh", colorScheme: "light", bypassCSP: false };

/** A page of a browser of its own, at an address of the desk, as somebody of a role. */
export async function openDeskOf(
  browser: Browser,
  city: TestCity,
  path: string,
  role: DeskRole,
  look: Partial<Look> = {},
): Promise<Page> {
  const page = await newDeskPage(browser, city, { ...USUAL, ...look });
  await signIn(page, city, role);
  await page.goto(`${city.base}/desk${path}`);
  return page;
}

/** The same as a person, or as nobody. */
export async function openDeskAs(
  browser: Browser,
  city: TestCity,
  path: string,
  visitor: Visitor | null,
  look: Partial<Look> = {},
): Promise<Page> {
  const page = await newDeskPage(browser, city, { ...USUAL, ...look });
  if (visitor) await takeSession(page, city, visitor);
  await page.goto(`${city.base}/desk${path}`);
  return page;
}

async function newDeskPage(browser: Browser, { base }: TestCity, look: Look): Promise<Page> {
  const { width, language, colorScheme, bypassCSP } = look;
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP });
  await context.addCookies([{ name: "lang", value: language, url: base }]);
  return context.newPage();
}

/** Gives a page's browser the cookies of somebody's session. */
export async function takeSession(page: Page, { base }: TestCity, visitor: Visitor): Promise<void> {
  const cookies = visitor.cookie.split("; ").map((cookie) => {
    const [name = "", value = ""] = cookie.split("=", 2);
    return { name, value, url: base, httpOnly: true, sameSite: "Strict" as const };
  });
  await page.context().addCookies(cookies);
}

async function visitorOf(city: TestCity, role: Exclude<DeskRole, "anonymous">): Promise<Visitor> {
  if (role === "operator") return signedInAs(city, "operator", "hs-credit-centre");
  if (role === "no-rights") return signedInAs(city, "administrator", "hs-credit-centre");
  const { personId } = await invite(city, "new-here", "reporter");
  await sql`UPDATE accounts.people SET must_change_password = true WHERE id = ${personId}::uuid`.execute(
    city.database.admin,
  );
  const visitor = new Visitor(city);
  await visitor.ask("POST", "/session", { userName: "new-here", password: PASSWORD });
  return visitor;
}
