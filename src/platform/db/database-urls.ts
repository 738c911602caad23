import { createHmac } from "node:crypto";
import { StartError } from "../start-error.ts";

/** Roles that log in, each with a URL of its own. `mingxin_owner` owns the tables and cannot log in. */
export type LoginRole = "mingxin_app" | "mingxin_public_read" | "mingxin_eraser" | "mingxin_accounts";

/** The database as its different users reach it. */
export interface DatabaseUrls {
  /** Whoever DATABASE_URL names: makes roles, migrates. Never used to serve. */
  readonly admin: string;
  /** Serves and writes; cannot change the past. */
  readonly app: string;
  /** Sees the views of schema `register` only. */
  readonly publicRead: string;
  /** May delete contents of versions, nothing else. */
  readonly eraser: string;
  /** Sees people, their secrets and keys; no other role does. */
  readonly accounts: string;
}

/** What a process that serves or files needs; it can neither change the schema nor erase. */
export type ServingUrls = Pick<DatabaseUrls, "app" | "publicRead" | "accounts">;

export function databaseUrls(adminUrl: string): DatabaseUrls {
  return {
    admin: adminUrl,
    app: urlFor(adminUrl, "mingxin_app"),
    publicRead: urlFor(adminUrl, "mingxin_public_read"),
    eraser: urlFor(adminUrl, "mingxin_eraser"),
    accounts: urlFor(adminUrl, "mingxin_accounts"),
  };
}

/** The same database as another role. */
export function urlFor(adminUrl: string, role: LoginRole): string {
  const url = parseUrl(adminUrl);
  const password = rolePassword(adminUrl, role);
  url.username = role;
  url.password = password;
  return url.href;
}

/**
 * A role's password: HMAC-SHA256 of its name under the administrator's password. So all machines that were given the same
 * DATABASE_URL agree without telling each other.
 * @throws StartError "config" when the URL has no password.
 */
export function rolePassword(adminUrl: string, role: LoginRole): string {
  const { password } = parseUrl(adminUrl);
  if (password === "") {
    throw new StartError("config", {
      zh: "DATABASE_URL 须含密码：平台各数据库角色的密码由它导出",
      en: "DATABASE_URL must carry a password: those of the platform's database roles are derived from it",
    });
  }
  return createHmac("sha256", decodeURIComponent(password)).update(role).digest("hex");
}

function parseUrl(text: string): URL {
  try {
    return new URL(text);
  } catch (error) {
    throw new StartError("config", { zh: "DATABASE_URL 不是合法的网址", en: "DATABASE_URL is not a valid URL" }, error);
  }
}
