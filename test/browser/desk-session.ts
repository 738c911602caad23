import type { Page } from "playwright-core";
import type { TestCity } from "../city.ts";

/** Somebody at the desk: with every right, with none, with a password that must be changed, or not signed in. */
export type DeskRole = "administrator" | "no-rights" | "first-password" | "anonymous";

const SIGNED_IN = {
  user: { id: "u-1", userName: "zhangsan", name: "张三（示例）" },
  body: null,
  roles: ["administrator"],
  permissions: ["administrator"],
  mustChangePassword: false,
  secondFactor: false,
};

const SESSIONS = {
  administrator: SIGNED_IN,
  "no-rights": { ...SIGNED_IN, roles: [], permissions: [] },
  "first-password": { ...SIGNED_IN, mustChangePassword: true },
  anonymous: { ...SIGNED_IN, user: null, roles: [], permissions: [] },
} as const satisfies Readonly<Record<DeskRole, object>>;

/**
 * Opens the desk's page as somebody. The API takes the administrator key from the browser's requests, and the session is
 * answered here, so that each screen can be looked at as each role.
 */
export async function signIn(page: Page, city: TestCity, role: DeskRole): Promise<void> {
  await page.context().setExtraHTTPHeaders(role === "anonymous" ? {} : { ...city.key });
  await page.unroute("**/api/v1/session");
  await page.route("**/api/v1/session", (route) =>
    route.request().method() === "GET" ? route.fulfill({ json: SESSIONS[role] }) : route.fallback(),
  );
}
