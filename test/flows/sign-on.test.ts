import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { TestIdentityService } from "../fixtures/identity-service.ts";
import { invite, PASSWORD, totp, Visitor, type Answer } from "../fixtures/signed-in.ts";

let city: TestCity;
let service: TestIdentityService;
beforeAll(async () => {
  service = await TestIdentityService.create();
  city = await startCity({ settings: service.settings });
});
afterAll(async () => {
  await service.stop();
  await city.stop();
});

const addressIn = ({ body }: Answer): string => (body as { address: string }).address;

/** Signs on as an identity of the service; `bend` changes what the browser carries on its way. */
async function signOn(
  browser: Visitor,
  account: string,
  { isTwoFactors = false, bend = (address: URL): URL => address } = {},
): Promise<Answer> {
  const address = addressIn(await browser.ask("POST", "/session/sign-on"));
  const back = await service.walk(bend(new URL(address)).href, account, isTwoFactors);
  return browser.ask("POST", "/session/sign-on/answer", back);
}

/** Somebody signed in by password whose account is linked with an identity. */
async function linked(userName: string, account: string): Promise<Visitor> {
  await invite(city, userName, "reporter");
  const browser = new Visitor(city);
  await browser.ask("POST", "/session", { userName, password: PASSWORD });
  const begun = await browser.ask("POST", "/session/identity-link", { password: PASSWORD });
  const ended = await browser.ask("POST", "/session/sign-on/answer", await service.walk(addressIn(begun), account));
  expect(ended).toMatchObject({ status: 200, body: { outcome: "linked" } });
  return browser;
}

test("the platform starts and works by password while the service is down, and says that it is", async () => {
  const browser = new Visitor(city);
  expect(await browser.ask("GET", "/session/ways")).toMatchObject({
    body: { passkeys: false, identityService: { label: { zh: "示例市统一身份认证" } } },
  });
  expect(await browser.ask("POST", "/session/sign-on")).toMatchObject({
    status: 503,
    body: { type: "/problems/accounts/identity-service-down" },
  });
  await invite(city, "without-service", "reporter");
  const signedIn = await browser.ask("POST", "/session", { userName: "without-service", password: PASSWORD });
  expect(signedIn.status).toBe(200);
  await service.start(city.base);
  expect((await browser.ask("POST", "/session/sign-on")).status).toBe(200);
});

test("whom nobody here has linked is not signed in, whoever they are there", async () => {
  const browser = new Visitor(city);
  await invite(city, "same-name", "reporter");
  expect(await signOn(browser, "same-name")).toMatchObject({
    status: 403,
    body: { type: "/problems/accounts/not-linked" },
  });
  expect(await browser.ask("GET", "/session")).toMatchObject({ body: { user: null } });
});

test("a person links the account with the password, then signs on with the roles held here; one identity is one person", async () => {
  const owner = await linked("li-linked", "330100-li");
  const { body: link } = await owner.ask("GET", "/session/identity-link");
  expect((link as { linkedAt: string | null }).linkedAt).toMatch(/^\d{4}-/);
  const later = new Visitor(city);
  const answer = await signOn(later, "330100-li");
  expect(answer).toMatchObject({ status: 200, body: { outcome: "signed-in" } });
  expect(answer.headers.getSetCookie().join()).toMatch(/session_token=.*HttpOnly.*SameSite=Strict/i);
  expect(await later.ask("GET", "/session")).toMatchObject({
    body: { user: { userName: "li-linked" }, roles: ["reporter"], body: { code: "hs-ecology" } },
  });
  await invite(city, "wang-late", "reviewer");
  const other = new Visitor(city);
  await other.ask("POST", "/session", { userName: "wang-late", password: PASSWORD });
  expect(await other.ask("POST", "/session/identity-link", { password: "not the password" })).toMatchObject({
    status: 403,
    body: { type: "/problems/accounts/wrong-password" },
  });
  const begun = await other.ask("POST", "/session/identity-link", { password: PASSWORD });
  const back = await service.walk(addressIn(begun), "330100-li");
  expect(await other.ask("POST", "/session/sign-on/answer", back)).toMatchObject({
    status: 409,
    body: { type: "/problems/accounts/linked-to-another" },
  });
  expect(await owner.ask("POST", "/session/identity-link/end", { password: PASSWORD })).toMatchObject({ status: 204 });
  expect((await signOn(new Visitor(city), "330100-li")).status).toBe(403);
});

test("a link is made by whoever began it only, not by somebody who signed in meanwhile", async () => {
  await invite(city, "began-link", "reporter");
  await invite(city, "came-after", "reporter");
  const browser = new Visitor(city);
  await browser.ask("POST", "/session", { userName: "began-link", password: PASSWORD });
  const begun = await browser.ask("POST", "/session/identity-link", { password: PASSWORD });
  const back = await service.walk(addressIn(begun), "330100-meanwhile");
  await browser.ask("POST", "/session", { userName: "came-after", password: PASSWORD });
  expect((await browser.ask("POST", "/session/sign-on/answer", back)).status).toBe(401);
  expect((await signOn(new Visitor(city), "330100-meanwhile")).status).toBe(403);
});

test("an answer counts once, in the browser that began, with its own state, nonce and issuer", async () => {
  await linked("zhao-linked", "330100-zhao");
  const refused = { status: 401, body: { type: "/problems/accounts/sign-on-refused" } };
  const browser = new Visitor(city);
  const begin = async () => service.walk(addressIn(await browser.ask("POST", "/session/sign-on")), "330100-zhao");
  const answer = (by: Visitor, back: object) => by.ask("POST", "/session/sign-on/answer", back);
  expect(await answer(browser, { ...(await begin()), state: "another-state" })).toMatchObject(refused);
  expect(await answer(new Visitor(city), await begin())).toMatchObject(refused);
  expect(await answer(browser, { ...(await begin()), iss: "https://evil.example" })).toMatchObject(refused);
  const { iss: _iss, ...withoutIssuer } = await begin();
  expect(await answer(browser, withoutIssuer)).toMatchObject(refused);
  const { state } = await begin();
  expect(await answer(browser, { state, error: "access_denied" })).toMatchObject(refused);
  // Another's code in one's own sign-on: the verifier is another (PKCE).
  const { code } = await begin();
  expect(await answer(browser, { ...(await begin()), code })).toMatchObject(refused);
  const bend = (address: URL): URL => {
    address.searchParams.set("nonce", "of-somebody-else");
    return address;
  };
  expect(await signOn(browser, "330100-zhao", { bend })).toMatchObject(refused);
  const once = await begin();
  expect(await answer(browser, once)).toMatchObject({ status: 200, body: { outcome: "signed-in" } });
  expect(await answer(browser, once)).toMatchObject(refused);
  expect(await browser.ask("POST", "/session/sign-on", undefined, { "sec-fetch-site": "cross-site" })).toMatchObject({
    status: 403,
  });
});

test("one-time codes are asked for unless the service says that it has asked for a second factor", async () => {
  const owner = await linked("sun-linked", "330100-sun");
  const { body } = await owner.ask("POST", "/session/second-factor/setup", { password: PASSWORD });
  const { uri } = body as { uri: string };
  await owner.ask("POST", "/session/second-factor", { code: totp(uri) });
  const one = new Visitor(city);
  expect(await signOn(one, "330100-sun")).toMatchObject({ status: 200, body: { outcome: "second-factor-needed" } });
  expect(await one.ask("GET", "/session")).toMatchObject({ body: { user: null } });
  expect(await one.ask("POST", "/session/second-factor", { code: totp(uri) })).toMatchObject({
    status: 200,
    body: { user: { userName: "sun-linked" } },
  });
  const two = new Visitor(city);
  expect(await signOn(two, "330100-sun", { isTwoFactors: true })).toMatchObject({ body: { outcome: "signed-in" } });
  expect(await two.ask("GET", "/session")).toMatchObject({ body: { user: { userName: "sun-linked" } } });
});

test("a service that goes down on the way is told as down, and nobody is signed in", async () => {
  const browser = new Visitor(city);
  const address = addressIn(await browser.ask("POST", "/session/sign-on"));
  const back = await service.walk(address, "330100-zhao");
  await service.stop();
  expect(await browser.ask("POST", "/session/sign-on/answer", back)).toMatchObject({
    status: 503,
    body: { type: "/problems/accounts/identity-service-down" },
  });
  expect(await browser.ask("GET", "/session")).toMatchObject({ body: { user: null } });
});
