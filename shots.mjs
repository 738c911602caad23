import { readFileSync, existsSync, writeFileSync, mkdirSync } from "node:fs";
import { openBrowser } from "./test/browser/browser.ts";
const base = "http://localhost:3977";
const people = readFileSync("/tmp/figures/data/sample-people.txt", "utf8")
  .split("\n")
  .filter((l) => l && !l.startsWith("#"))
  .map((l) => l.split("\t"));
const PASSWORD = "correct horse battery";
const jar = {};
async function ask(method, path, body, cookie) {
  const r = await fetch(base + "/api/v1" + path, {
    method,
    headers: { cookie: cookie ?? "", "content-type": "application/json", "sec-fetch-site": "same-origin" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const cookies = r.headers.getSetCookie().map((c) => c.split(";")[0]);
  return { status: r.status, cookies, text: await r.text() };
}
async function session(role) {
  const [userName, first] =
    people.find((p) => p[2] === role && (role !== "reviewer" || p[3] === "hs-ecology")) ??
    people.find((p) => p[2] === role);
  let a = await ask("POST", "/session", { userName, password: PASSWORD });
  if (a.status !== 200) {
    a = await ask("POST", "/session", { userName, password: first });
    const b = await ask("POST", "/session/password", { current: first, next: PASSWORD }, a.cookies.join("; "));
    console.log("password", role, a.status, b.status, b.text.slice(0, 200));
    a = await ask("POST", "/session", { userName, password: PASSWORD });
  }
  return a.cookies;
}
const cookiesOf = { supervisor: await session("supervisor"), reviewer: await session("reviewer") };
const { items } = await (await fetch(base + "/api/v1/figures/statements")).json();
const statement = items?.[0]?.statementId;
const pages = {
  league: ["/timeliness", "supervisor"],
  leagueown: ["/timeliness", "reviewer"],
  batches: ["/timeliness/batches", "supervisor"],
  calendar: ["/timeliness/calendar?body=hs-transport", "supervisor"],
  statements: ["/timeliness/statements", "supervisor"],
  statement: [`/timeliness/statements/${statement}`, "reviewer"],
  dispute: [`/timeliness/statements/${statement}/dispute?rate=timeliness&item=administrative-licence`, "reviewer"],
  disputes: ["/timeliness/disputes", "supervisor"],
};
const only = process.argv[2]?.split(",");
const browser = await openBrowser();
mkdirSync("/tmp/figures/shots", { recursive: true });
for (const [lang, scheme, width] of (process.argv[3] ?? "zh:light:1280,en:dark:390")
  .split(",")
  .map((l) => l.split(":"))) {
  for (const [name, [path, role]] of Object.entries(pages)) {
    if (only && only[0] !== "all" && !only.includes(name)) continue;
    const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme });
    await context.addCookies([
      { name: "lang", value: lang, url: base },
      ...cookiesOf[role].map((c) => {
        const at = c.indexOf("=");
        return { name: c.slice(0, at), value: c.slice(at + 1), url: base };
      }),
    ]);
    const page = await context.newPage();
    await page.goto(base + "/desk" + path);
    await page.locator("h1").waitFor();
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `/tmp/figures/shots/${name}-${lang}-${width}.png`, fullPage: true });
    if (process.argv[4] === "print") {
      await page.pdf({ path: `/tmp/figures/shots/${name}.pdf`, format: "A4" }).catch((e) => console.log(String(e)));
    }
    await context.close();
  }
}
await browser.close();
