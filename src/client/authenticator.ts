/** What a browser may be asked of its authenticator: bytes of the API are base64url, those of the browser buffers. */
export interface NewPasskeyOptions {
  readonly rp: { readonly name: string; readonly id?: string };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly challenge: string;
  readonly pubKeyCredParams: readonly { readonly alg: number }[];
  readonly timeout?: number;
  readonly excludeCredentials?: readonly { readonly id: string }[];
}

export interface PasskeyOptions {
  readonly challenge: string;
  readonly rpId?: string;
  readonly timeout?: number;
}

/** The authenticator did not do what was asked: its owner cancelled or let it wait, it is known already, or it cannot. */
export class AuthenticatorRefusal extends Error {
  readonly reason: "cancelled" | "known" | "unable";

  constructor(reason: AuthenticatorRefusal["reason"], cause?: unknown) {
    super(`authenticator: ${reason}`, { cause });
    this.name = "AuthenticatorRefusal";
    this.reason = reason;
  }
}

/** Whether this browser knows passkeys; it does so on secure pages only. */
export function hasAuthenticators(): boolean {
  return "PublicKeyCredential" in globalThis;
}

/** Has a new passkey made, after PIN, finger or face. @throws AuthenticatorRefusal */
export async function makePasskey(options: NewPasskeyOptions) {
  const { rp, user, challenge, pubKeyCredParams, timeout, excludeCredentials = [] } = options;
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        rp,
        user: { ...user, id: bytesOf(user.id) },
        challenge: bytesOf(challenge),
        pubKeyCredParams: pubKeyCredParams.map(({ alg }) => ({ type: "public-key", alg })),
        excludeCredentials: excludeCredentials.map(({ id }) => ({ type: "public-key", id: bytesOf(id) })),
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        ...(timeout === undefined ? {} : { timeout }),
      },
    }),
  );
  if (!(credential.response instanceof AuthenticatorAttestationResponse)) throw new AuthenticatorRefusal("unable");
  const { clientDataJSON, attestationObject } = credential.response;
  return {
    ...named(credential),
    response: { clientDataJSON: textOf(clientDataJSON), attestationObject: textOf(attestationObject) },
  };
}

/** Has a passkey of this site answer, after PIN, finger or face. @throws AuthenticatorRefusal */
export async function askPasskey({ challenge, rpId, timeout }: PasskeyOptions) {
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytesOf(challenge),
        userVerification: "required",
        ...(rpId === undefined ? {} : { rpId }),
        ...(timeout === undefined ? {} : { timeout }),
      },
    }),
  );
  if (!(credential.response instanceof AuthenticatorAssertionResponse)) throw new AuthenticatorRefusal("unable");
  const { clientDataJSON, authenticatorData, signature } = credential.response;
  return {
    ...named(credential),
    response: {
      clientDataJSON: textOf(clientDataJSON),
      authenticatorData: textOf(authenticatorData),
      signature: textOf(signature),
    },
  };
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "NotAllowedError" || name === "AbortError") throw new AuthenticatorRefusal("cancelled", error);
    throw new AuthenticatorRefusal(name === "InvalidStateError" ? "known" : "unable", error);
  }
  throw new AuthenticatorRefusal("unable");
}

function named({ id, rawId }: PublicKeyCredential) {
  return { id, rawId: textOf(rawId), type: "public-key" as const, clientExtensionResults: {} };
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}

function textOf(bytes: ArrayBuffer): string {
  const signs = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join("");
  return btoa(signs).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
