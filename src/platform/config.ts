import { isIP } from "node:net";
import { resolve } from "node:path";
import { readSignOn, type SignOnSettings } from "./sign-on-settings.ts";
import { StartError } from "./start-error.ts";

export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything that the surroundings decide, read once. Plain data: it crosses process borders as JSON. */
export interface Config {
  /** TCP port of the web server; 0 takes any free one. */
  readonly port: number;
  /** Name or address to listen on. Default "localhost" (127.0.0.1 and ::1): other machines only by intent. */
  readonly host: string;
  /** URL of the administrator of an existing database; null runs a PostgreSQL of our own. */
  readonly databaseUrl: string | null;
  /** Absolute path of keys, raw files and the own database. */
  readonly dataDirectory: string;
  /** Absolute path of the law as data. */
  readonly lawDirectory: string;
  /** Whether an empty register is filled with the sample city at first start. */
  readonly sample: boolean;
  /** Largest file that may be handed in, in MiB, and the MiB that must stay free on the disk of the data directory. */
  readonly uploadMebibytes: number;
  readonly keepFreeMebibytes: number;
  /** Address under which readers reach the site, "https://…"; null where it is only this machine's. */
  readonly origin: string | null;
  /** Addresses or networks of proxies before the server, whose word about a reader's address is believed. */
  readonly trustedProxies: readonly string[];
  /** Requests that one address may make within a minute, on pages and API each. */
  readonly requestsPerMinute: number;
  /** The identity service at which people may sign on; null where there is none. */
  readonly signOn: SignOnSettings | null;
  readonly logLevel: LogLevel;
}

const PACKAGE = resolve(import.meta.dirname, "../..");

/**
 * Reads PORT, HOST, DATABASE_URL, MINGXIN_DATA, MINGXIN_LAW, MINGXIN_SAMPLE, MINGXIN_UPLOAD_MIB, MINGXIN_KEEP_FREE_MIB,
 * MINGXIN_ORIGIN, MINGXIN_TRUSTED_PROXIES, MINGXIN_REQUESTS_PER_MINUTE, MINGXIN_SIGN_ON_… and LOG_LEVEL. An empty variable counts as
 * unset; relative paths start at `directory`, by
 * default the current one.
 * @throws StartError "config" that names the variable and what it may be; never repeats the value of DATABASE_URL.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  directory: string = process.cwd(),
): Config {
  const read = (name: string): string | null => environment[name]?.trim() || null;
  return Object.freeze({
    port: parsePort(read("PORT")),
    host: read("HOST") ?? "localhost",
    databaseUrl: parseDatabaseUrl(read("DATABASE_URL")),
    dataDirectory: resolve(directory, read("MINGXIN_DATA") ?? ".mingxin"),
    lawDirectory: resolve(directory, read("MINGXIN_LAW") ?? resolve(PACKAGE, "data")),
    sample: parseSwitch("MINGXIN_SAMPLE", read("MINGXIN_SAMPLE")),
    uploadMebibytes: parseCount("MINGXIN_UPLOAD_MIB", read("MINGXIN_UPLOAD_MIB"), 2048),
    keepFreeMebibytes: parseCount("MINGXIN_KEEP_FREE_MIB", read("MINGXIN_KEEP_FREE_MIB"), 512),
    origin: parseOrigin(read("MINGXIN_ORIGIN")),
    trustedProxies: parseNetworks(read("MINGXIN_TRUSTED_PROXIES")),
    requestsPerMinute: parseCount("MINGXIN_REQUESTS_PER_MINUTE", read("MINGXIN_REQUESTS_PER_MINUTE"), 1200),
    signOn: readSignOn(read),
    logLevel: parseLogLevel(read("LOG_LEVEL")),
  });
}

function parsePort(text: string | null): number {
  if (text === null) return 3000;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw refused("PORT", text, { zh: "0 至 65535 的整数", en: "an integer from 0 to 65535" });
}

function parseDatabaseUrl(text: string | null): string | null {
  if (text === null) return null;
  const shape = { zh: "postgres://用户:密码@主机:端口/库名", en: "postgres://user:password@host:port/database" };
  if (!URL.canParse(text)) throw refused("DATABASE_URL", null, shape);
  const url = new URL(text);
  const complete = url.username !== "" && url.password !== "" && url.hostname !== "" && url.pathname.length > 1;
  if (!["postgres:", "postgresql:"].includes(url.protocol) || !complete) throw refused("DATABASE_URL", null, shape);
  return text;
}

function parseOrigin(text: string | null): string | null {
  if (text === null) return null;
  const origin = URL.canParse(text) ? new URL(text).origin : null;
  if (origin !== null && /^https?:/.test(origin)) return origin;
  throw refused("MINGXIN_ORIGIN", text, {
    zh: "形如 https://credit.example.gov.cn",
    en: "such as https://credit.example.gov.cn",
  });
}

function parseNetworks(text: string | null): string[] {
  const networks = (text ?? "").split(",").map((one) => one.trim());
  const named = networks.filter((one) => one !== "");
  const isOne = (one: string): boolean => isIP(one.replace(/\/\d{1,3}$/, "")) !== 0;
  if (named.every(isOne)) return named;
  const shape = {
    zh: "逗号分隔的地址或网段，如 10.0.0.2,10.1.0.0/16",
    en: "addresses or networks such as 10.0.0.2,10.1.0.0/16",
  };
  throw refused("MINGXIN_TRUSTED_PROXIES", text, shape);
}

function parseSwitch(name: string, text: string | null): boolean {
  if (text === null || text === "1") return true;
  if (text === "0") return false;
  throw refused(name, text, { zh: "0 或 1", en: "0 or 1" });
}

function parseCount(name: string, text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw refused(name, text, { zh: "1 至 9999999 的整数", en: "an integer from 1 to 9999999" });
}

function parseLogLevel(text: string | null): LogLevel {
  if (text === null) return "info";
  const level = LOG_LEVELS.find((entry) => entry === text.toLowerCase());
  if (level) return level;
  const levels = LOG_LEVELS.join(" ");
  throw refused("LOG_LEVEL", text, { zh: `下列之一：${levels}`, en: `one of: ${levels}` });
}

function refused(name: string, value: string | null, shape: { zh: string; en: string }): StartError {
  const shown = value === null ? "" : ` ${JSON.stringify(value)}`;
  return new StartError("config", {
    zh: `环境变量 ${name}${shown} 不合要求，应为${shape.zh}`,
    en: `The environment variable ${name}${shown} should be ${shape.en}`,
  });
}
