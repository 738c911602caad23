import { afterAll, beforeAll, expect, test } from "vitest";
import { startCity, type TestCity } from "../city.ts";
import { inventedUscc, reportCsv } from "../fixtures/report-files.ts";

/** What the public pages say, read as a program without cookies would. */
let city: TestCity;
beforeAll(async () => {
  city = await startCity();
});
afterAll(() => city.stop());

async function page(path: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await city.get(path, { headers });
  expect(response.status).toBe(200);
  return response.text();
}

test("the home page of an empty register gives no examples; later ones find what is public", async () => {
  expect(await page("/")).not.toContain('class="examples"');
  const row = {
    subjectName: "示例举例有限公司（示例）",
    uscc: inventedUscc(940),
    documentNumber: "黄示罚〔2026〕940号",
  };
  await city.report("administrative-penalty", reportCsv("administrative-penalty", [{ ...row, severity: "严重" }]));
  const examples = /<p class="examples">([\s\S]*?)<\/p>/.exec(await page("/"))?.[1] ?? "";
  const links = [...examples.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? "");
  expect(links).toHaveLength(3);
  for (const link of links) {
    const found = await city.get(link);
    expect(found.status === 302 || (await found.text()).includes(row.subjectName)).toBe(true);
  }
});

test("a registration has its kind as its title, and is not said to be decided", async () => {
  const row = { subjectName: "示例登记有限公司（示例）", uscc: inventedUscc(941) };
  await city.report("subject-registration", reportCsv("subject-registration", [row]));
  const list = await city.json<{ items: { recordId: string }[] }>("/api/v1/publicity?item=subject-registration");
  const html = await page(`/records/${list.items[0]?.recordId ?? ""}`);
  expect(html).toContain("<h1>主体登记基本信息</h1>");
  expect(html).toContain("<title>主体登记基本信息 · 示例登记有限公司（示例） · ");
  expect(html).toContain("登记机关：黄石市市场监督管理局；成立日期：2016-05-12");
  expect(html).not.toContain("2016-05-12 作出");
  expect(html).toMatch(/<dt>注册资本<\/dt>\s*<dd>5,000,000元/);
});

test("a page speaks the language of its address, then of the cookie, then of the browser", async () => {
  const language = async (path: string, headers: Record<string, string> = {}): Promise<string> =>
    /<html lang="([^"]+)"/.exec(await page(path, headers))?.[1] ?? "";
  expect(await language("/about")).toBe("zh-CN");
  expect(await language("/about", { "accept-language": "en-US,en;q=0.9" })).toBe("en");
  expect(await language("/about", { "accept-language": "en", cookie: "lang=zh" })).toBe("zh-CN");
  expect(await language("/about?lang=en", { cookie: "lang=zh" })).toBe("en");
  const asked = await city.get("/about?lang=en");
  expect(asked.headers.get("set-cookie")).toContain("lang=en;");
  const lost = await city.get("/nothing?lang=en", { headers: { accept: "text/html" } });
  expect(await lost.text()).toContain('<html lang="en"');
});

test("in English a body that the directory knows has its English name, and one is one", async () => {
  const code = inventedUscc(940);
  const html = await page(`/subjects/${code}?lang=en`);
  expect(html).toContain("1 public record: Administrative penalty 1.");
  expect(html).not.toContain("黄石市应急管理局");
  expect(html).toContain("serious breach");
});

test("the example on the API's page names the host and port that were asked", async () => {
  expect(await page("/api/docs")).toContain(`curl &#39;${city.base}/api/v1/subjects`.replaceAll("&#39;", "'"));
});
