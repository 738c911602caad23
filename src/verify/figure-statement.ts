import { canonicalJson, CanonicalJsonError, type CanonicalValue } from "./canonical-json.ts";

/** The kind of statement; also the first line of what is signed, so that no other signed text passes for one. */
export const STATEMENT_KIND = "mingxin/figure-statement/1";

/** What becomes of a statement that is checked: valid, or the first thing that is wrong with it. */
export type StatementVerdict = "valid" | "not-a-statement" | "other-key" | "bad-signature" | "not-checkable";

const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;

/** The very bytes that are signed: the kind, a line feed, the content's canonical JSON (RFC 8785), in UTF-8. */
export function signedBytes(content: CanonicalValue): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${STATEMENT_KIND}\n${canonicalJson(content)}`);
}

/**
 * Checks a statement as the API gives it (its content, the key that signed it and the signature, both in Base64) against a public key (Base64 of its 32 bytes) that was come by in another way, for example from the
 * platform's API or a newspaper: the key in the statement itself proves nothing. Whatever is given is taken as hostile;
 * nothing is thrown. `not-checkable` where the machine knows no Ed25519 (RFC 8032).
 */
export async function verifyStatement(statement: unknown, trustedKey: string): Promise<StatementVerdict> {
  const { content, publicKey, signature } = parts(statement);
  const [key, sign] = [bytesOf(trustedKey, KEY_BYTES), bytesOf(signature, SIGNATURE_BYTES)];
  if (content === null || !sign || kindOf(content) !== STATEMENT_KIND) return "not-a-statement";
  if (!key || publicKey !== trustedKey) return "other-key";
  let text: Uint8Array<ArrayBuffer>;
  try {
    text = signedBytes(content);
  } catch (error) {
    if (error instanceof CanonicalJsonError) return "not-a-statement";
    throw error;
  }
  try {
    const { subtle } = globalThis.crypto;
    const imported = await subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return (await subtle.verify({ name: "Ed25519" }, imported, sign, text)) ? "valid" : "bad-signature";
  } catch {
    // Not thrown on: the answer says that this machine or this key does not let itself be used.
    return "not-checkable";
  }
}

/** SHA-256, in hex, over rows one a line as canonical JSON: by it the rows behind a figure are known again. */
export async function digestOfRows(rows: readonly CanonicalValue[]): Promise<string> {
  const text = new TextEncoder().encode(rows.map((row) => `${canonicalJson(row)}\n`).join(""));
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", text));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The one place where what was given becomes a statement's parts; what is missing or of another type is empty. */
function parts(statement: unknown): { content: CanonicalValue; publicKey: string; signature: string } {
  if (typeof statement !== "object" || statement === null) return { content: null, publicKey: "", signature: "" };
  const { content, publicKey, signature } = { content: null, publicKey: "", signature: "", ...statement };
  return {
    content: typeof content === "object" ? content : null,
    publicKey: typeof publicKey === "string" ? publicKey : "",
    signature: typeof signature === "string" ? signature : "",
  };
}

function kindOf(content: CanonicalValue): unknown {
  return typeof content === "object" && content !== null && "kind" in content ? content.kind : null;
}

/** The bytes of a Base64 text of exactly this many, or null. */
function bytesOf(text: string, length: number): Uint8Array<ArrayBuffer> | null {
  if (text.length !== Math.ceil(length / 3) * 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  let binary: string;
  try {
    binary = globalThis.atob(text);
  } catch {
    return null;
  }
  return binary.length === length ? Uint8Array.from(binary, (sign) => sign.charCodeAt(0)) : null;
}
