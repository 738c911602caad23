import type { Text } from "../kernel/text.ts";
import { StartError } from "./start-error.ts";

/** An identity service (OpenID Connect) at which people may sign on, as the surroundings name it. */
export interface SignOnSettings {
  /** The issuer, an https address; http only on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it. */
  readonly label: Text;
  /** Values of `amr` or `acr` that say that the service has asked for a second factor. */
  readonly secondFactor: readonly string[];
}

const LABEL: Text = { zh: "统一身份认证", en: "the unified identity service" };
const VARIABLES = ["CLIENT_ID", "CLIENT_SECRET", "LABEL_ZH", "LABEL_EN", "SECOND_FACTOR"];

/**
 * Reads MINGXIN_SIGN_ON_ISSUER, …_CLIENT_ID, …_CLIENT_SECRET, …_LABEL_ZH, …_LABEL_EN and …_SECOND_FACTOR; null where none
 * is set. Nothing is asked of the issuer here: one that is down must not keep the platform from starting.
 * @throws StartError "config"
 */
export function readSignOn(read: (name: string) => string | null): SignOnSettings | null {
  const of = (name: string): string | null => read(`MINGXIN_SIGN_ON_${name}`);
  const issuer = of("ISSUER");
  if (issuer === null) {
    if (VARIABLES.every((name) => of(name) === null)) return null;
    throw fault("ISSUER", { zh: "须与其他 MINGXIN_SIGN_ON_ 变量一并设置", en: "must be set with the others" });
  }
  if (!isUsable(issuer))
    throw fault("ISSUER", {
      zh: "应为 https 地址，不带查询和片段（本机可用 http）",
      en: "should be an https address without query and fragment (http on this machine only)",
    });
  const needed = (name: string): string => {
    const value = of(name);
    if (value !== null) return value;
    throw fault(name, { zh: "须与发行方地址一并设置", en: "must be set with the issuer" });
  };
  return {
    issuer,
    clientId: needed("CLIENT_ID"),
    clientSecret: needed("CLIENT_SECRET"),
    label: { zh: of("LABEL_ZH") ?? LABEL.zh, en: of("LABEL_EN") ?? LABEL.en },
    secondFactor: (of("SECOND_FACTOR") ?? "").split(/[\s,]+/).filter((value) => value !== ""),
  };
}

/** Whether secrets may be sent to an address: over TLS, or without leaving this machine. */
export function isConfidential(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

function isUsable(issuer: string): boolean {
  return isConfidential(issuer) && !/[?#]/.test(issuer);
}

function fault(name: string, { zh, en }: Text): StartError {
  return new StartError("config", {
    zh: `环境变量 MINGXIN_SIGN_ON_${name} ${zh}`,
    en: `The environment variable MINGXIN_SIGN_ON_${name} ${en}`,
  });
}
