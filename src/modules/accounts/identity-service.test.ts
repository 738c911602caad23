import { createHmac, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { millisOf, systemClock } from "../../kernel/time.ts";
import { IdentityService } from "./identity-service.ts";

/** A service that answers whatever the test wants: a real one never lies. */
let server: Server;
let issuer = "";
let metadata: Record<string, unknown> = {};
let answer: { status: number; content: unknown } = { status: 200, content: {} };
let given = "";
const own = generateKeyPairSync("ec", { namedCurve: "P-256" });
const another = generateKeyPairSync("ec", { namedCurve: "P-256" });
beforeAll(async () => {
  server = createServer((request, response) => {
    const send = (status: number, content: unknown): void =>
      void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(content));
    if (request.url === "/.well-known/openid-configuration") return send(200, metadata);
    if (request.url === "/keys")
      return send(200, { keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "own" }] });
    given = request.headers.authorization ?? "";
    return send(answer.status, answer.content);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  metadata = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
  };
});
afterAll(() => server.close());

const EXCHANGE = { redirectUri: "https://site.example/desk/sign-on", nonce: "n-1", verifier: "v".repeat(43) };
const SECRET = "s e:c%ret";

function serviceWith(secondFactor: readonly string[] = []): IdentityService {
  const label = { zh: "示例", en: "sample" };
  return new IdentityService({ issuer, clientId: "mingxin", clientSecret: SECRET, label, secondFactor });
}

const now = Math.floor(millisOf(systemClock.now()) / 1000);
const claims = (): Record<string, unknown> => ({
  iss: issuer,
  aud: "mingxin",
  sub: "330100",
  nonce: "n-1",
  iat: now,
  exp: now + 300,
});

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

function signed(payload: object, key: KeyObject = own.privateKey): string {
  const content = `${encoded({ alg: "ES256", kid: "own" })}.${encoded(payload)}`;
  return `${content}.${sign("sha256", Buffer.from(content), { key, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}

const identify = (token: string, service = serviceWith(), iss: string | null = null) => {
  answer = { status: 200, content: { id_token: token } };
  return service.identify({ code: "c", iss }, EXCHANGE);
};

test("a token that is ours tells the subject, and a second factor only where its value was named", async () => {
  expect(await identify(signed(claims()))).toEqual({ issuer, subject: "330100", hasSecondFactor: false });
  // Both parts are form-encoded before they are joined (RFC 6749 §2.3.1).
  expect(Buffer.from(given.replace("Basic ", ""), "base64").toString()).toBe("mingxin:s+e%3Ac%25ret");
  const withFactors = { ...claims(), amr: ["pwd", "mfa"], acr: "level-2" };
  expect(await identify(signed(withFactors))).toMatchObject({ hasSecondFactor: false });
  expect(await identify(signed(withFactors), serviceWith(["mfa"]))).toMatchObject({ hasSecondFactor: true });
  expect(await identify(signed(withFactors), serviceWith(["level-2"]))).toMatchObject({ hasSecondFactor: true });
  expect(await identify(signed({ ...claims(), aud: ["mingxin", "other"], azp: "mingxin" }))).toMatchObject({
    subject: "330100",
  });
});

const REFUSED: readonly (readonly [string, () => string])[] = [
  ["is signed by another key", () => signed(claims(), another.privateKey)],
  ["is not signed", () => `${encoded({ alg: "none" })}.${encoded(claims())}.`],
  [
    "is signed with the shared secret",
    () => {
      const content = `${encoded({ alg: "HS256", kid: "own" })}.${encoded(claims())}`;
      return `${content}.${createHmac("sha256", SECRET).update(content).digest("base64url")}`;
    },
  ],
  ["is for another client", () => signed({ ...claims(), aud: "other" })],
  ["is for two clients and does not say for whom", () => signed({ ...claims(), aud: ["mingxin", "other"] })],
  ["was given to another client", () => signed({ ...claims(), azp: "other" })],
  ["comes from another issuer", () => signed({ ...claims(), iss: "https://evil.example" })],
  ["has expired", () => signed({ ...claims(), exp: now - 3600 })],
  ["never expires", () => signed({ ...claims(), exp: undefined })],
  ["has another nonce", () => signed({ ...claims(), nonce: "n-2" })],
  ["has no nonce", () => signed({ ...claims(), nonce: undefined })],
  ["has no subject", () => signed({ ...claims(), sub: "" })],
  ["is no token", () => "x.y.z"],
];

test.each(REFUSED)("a token that %s signs nobody on", async (_what, token) => {
  await expect(identify(token())).rejects.toMatchObject({ code: "accounts/sign-on-refused" });
});

test("another issuer's answer, a refused code and a service that describes itself as another are told apart", async () => {
  await expect(identify(signed(claims()), serviceWith(), "https://evil.example")).rejects.toMatchObject({
    code: "accounts/sign-on-refused",
  });
  answer = { status: 400, content: { error: "invalid_grant" } };
  const refused = serviceWith().identify({ code: "c", iss: null }, EXCHANGE);
  await expect(refused).rejects.toMatchObject({
    code: "accounts/sign-on-refused",
    cause: { message: "the code was answered with 400 invalid_grant" },
  });
  answer = { status: 502, content: {} };
  const broken = serviceWith().identify({ code: "c", iss: null }, EXCHANGE);
  await expect(broken).rejects.toMatchObject({ code: "accounts/identity-service-down" });
  const kept = metadata;
  for (const lie of [{ issuer: "https://evil.example" }, { token_endpoint: "http://other.example/token" }]) {
    metadata = { ...kept, ...lie };
    await expect(serviceWith().addressFor(EXCHANGE, "state")).rejects.toMatchObject({
      code: "accounts/identity-service-down",
    });
  }
  metadata = kept;
  const address = new URL(await serviceWith().addressFor(EXCHANGE, "state"));
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    scope: "openid",
    state: "state",
    nonce: "n-1",
    code_challenge_method: "S256",
  });
});
