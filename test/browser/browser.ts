import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";

/** What the packaged browser sets for functions in a cloud, and what would end it with its first closed page. */
const NOT_HERE = ["--single-process", "--in-process-gpu", "--disable-web-security", "--allow-running-insecure-content"];

/** A real headless browser that came from the npm registry; nothing of the machine is used. */
export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !NOT_HERE.includes(arg));
  // Without a locale of UTF-8 the browser cannot name a download in Chinese.
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  return playwright.launch({ executablePath: await chromium.executablePath(), args, headless: true, env });
}
