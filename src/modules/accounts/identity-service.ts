import { createHash } from "node:crypto";
import { Type, type Static } from "typebox";
import { Compile } from "typebox/compile";
import type { Text } from "../../kernel/text.ts";
import { askOutside, OutsideError } from "../../platform/http/ask-outside.ts";
import { isConfidential, type SignOnSettings } from "../../platform/sign-on-settings.ts";
import { accountProblem } from "./accounts.problems.ts";
import { verifySigned } from "./sign-in-library.store.ts";

/** What begins one sign-on and must be there again at its end. */
export interface Exchange {
  /** Where the service sends the browser back to. */
  readonly redirectUri: string;
  /** Ties the identity token to this sign-on (OpenID Connect Core §3.1.2.1). */
  readonly nonce: string;
  /** Ties the code to whoever began (PKCE, RFC 7636). */
  readonly verifier: string;
}

/** Who signed on, as the service knows them: a subject that means nothing elsewhere, and no more. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** Whether the service says that it has asked for a second factor. */
  readonly hasSecondFactor: boolean;
}

/** The part of OpenID Connect Discovery 1.0 §3 and RFC 9207 §3 that we go by. */
const Metadata = Type.Object({
  issuer: Type.String(),
  authorization_endpoint: Type.String(),
  token_endpoint: Type.String(),
  jwks_uri: Type.String(),
  token_endpoint_auth_methods_supported: Type.Optional(Type.Array(Type.String())),
  authorization_response_iss_parameter_supported: Type.Optional(Type.Boolean()),
});
type Metadata = Static<typeof Metadata>;
const metadataShape = Compile(Metadata);
const tokenShape = Compile(Type.Object({ id_token: Type.String() }));
const keysShape = Compile(Type.Object({ keys: Type.Array(Type.Object({ kty: Type.String() })) }));
const claimsShape = Compile(
  Type.Object({
    sub: Type.String({ minLength: 1, maxLength: 255 }),
    nonce: Type.String(),
    aud: Type.Union([Type.String(), Type.Array(Type.String())]),
    azp: Type.Optional(Type.String()),
    acr: Type.Optional(Type.String()),
    amr: Type.Optional(Type.Array(Type.String())),
  }),
);

/** Signatures with a key pair; one with a shared secret, or none, is not taken. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
const CLOCKS_APART_SECONDS = 60;
const METADATA_MS = 10 * 60_000;

/**
 * An identity service that speaks OpenID Connect: authorization code with PKCE, state and nonce. It is asked for its
 * addresses when somebody signs on, not before, so that the platform starts without it.
 */
export class IdentityService {
  readonly #settings: SignOnSettings;
  #metadata: { readonly content: Metadata; readonly until: number } | null = null;

  constructor(settings: SignOnSettings) {
    this.#settings = settings;
  }

  get label(): Text {
    return this.#settings.label;
  }

  get issuer(): string {
    return this.#settings.issuer;
  }

  /** Where the browser goes to sign on. Asked for is who somebody is, nothing about them. @throws Problem accounts/identity-service-down */
  async addressFor({ redirectUri, nonce, verifier }: Exchange, state: string): Promise<string> {
    const { authorization_endpoint: endpoint } = await this.#findMetadata();
    const address = new URL(endpoint);
    const parameters = {
      response_type: "code",
      scope: "openid",
      client_id: this.#settings.clientId,
      redirect_uri: redirectUri,
      state,
      nonce,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    return address.href;
  }

  /** Who came back with a code. @throws Problem accounts/identity-service-down, accounts/sign-on-refused */
  async identify(
    { code, iss }: { readonly code: string; readonly iss: string | null },
    exchange: Exchange,
  ): Promise<Identity> {
    const metadata = await this.#findMetadata();
    const isOwn = iss === null ? metadata.authorization_response_iss_parameter_supported !== true : iss === this.issuer;
    if (!isOwn) throw refused("another issuer answered");
    const token = await this.#redeem(metadata, code, exchange);
    const claims = await this.#verify(metadata, token);
    const { clientId, secondFactor } = this.#settings;
    if (claims.nonce !== exchange.nonce) throw refused("the nonce is another");
    const isForUs = Array.isArray(claims.aud) && claims.aud.length > 1 ? claims.azp === clientId : true;
    if (!isForUs || (claims.azp !== undefined && claims.azp !== clientId)) throw refused("the token is for another");
    const means = [...(claims.amr ?? []), ...(claims.acr === undefined ? [] : [claims.acr])];
    return {
      issuer: this.issuer,
      subject: claims.sub,
      hasSecondFactor: means.some((one) => secondFactor.includes(one)),
    };
  }

  async #redeem(metadata: Metadata, code: string, { redirectUri, verifier }: Exchange): Promise<string> {
    const { clientId, clientSecret } = this.#settings;
    const form = new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    const headers: Record<string, string> = {};
    const methods = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    if (methods.includes("client_secret_basic")) {
      // RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
      const joined = [clientId, clientSecret]
        .map((part) => new URLSearchParams({ part }).toString().slice(5))
        .join(":");
      headers["authorization"] = `Basic ${Buffer.from(joined).toString("base64")}`;
    } else {
      form.set("client_id", clientId);
      form.set("client_secret", clientSecret);
    }
    const { status, content } = await answering(askOutside(metadata.token_endpoint, { form, headers }));
    if (status !== 200 || !tokenShape.Check(content)) throw refused(`the code was answered with ${status}`);
    return content.id_token;
  }

  async #verify(metadata: Metadata, token: string) {
    const jwksFetch = async () => {
      const { content } = await askOutside(metadata.jwks_uri);
      if (keysShape.Check(content)) return content;
      throw new OutsideError(metadata.jwks_uri, "gave no keys");
    };
    const verifyOptions = {
      issuer: this.issuer,
      audience: this.#settings.clientId,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCKS_APART_SECONDS,
      requiredClaims: ["sub", "exp", "iat", "nonce"],
    };
    const claims: unknown = await verifySigned(token, { jwksFetch, jwksCacheKey: this, verifyOptions }).catch(
      (error: unknown) => {
        throw error instanceof OutsideError ? down(error) : refused("the identity token does not verify", error);
      },
    );
    if (!claimsShape.Check(claims)) throw refused("the identity token lacks claims");
    return claims;
  }

  async #findMetadata(): Promise<Metadata> {
    if (this.#metadata && this.#metadata.until > performance.now()) return this.#metadata.content;
    const address = `${this.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
    const { status, content } = await answering(askOutside(address));
    const isOwn = status === 200 && metadataShape.Check(content) && content.issuer === this.issuer;
    if (!isOwn || ![content.authorization_endpoint, content.token_endpoint, content.jwks_uri].every(isConfidential))
      throw down(new OutsideError(address, "describes itself otherwise than it should"));
    this.#metadata = { content, until: performance.now() + METADATA_MS };
    return content;
  }
}

async function answering<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw error instanceof OutsideError ? down(error) : error;
  }
}

function down(cause: OutsideError): Error {
  return accountProblem("identity-service-down", { cause });
}

/** The reason is for the log; whoever signs on is told to try again. */
function refused(reason: string, cause?: unknown): Error {
  return accountProblem("sign-on-refused", { cause: cause ?? new Error(reason) });
}
