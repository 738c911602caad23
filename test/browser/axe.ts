import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on a page, and by how many pixels it is wider than its screen. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(await source);
  const found = await page.evaluate(
    "axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) =>" +
      " id + ': ' + nodes.slice(0, 2).map((node) => node.html.slice(0, 200)).join(' | ')))",
  );
  const over = Number(
    await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"),
  );
  return [...(found as string[]), ...(over > 0 ? [`${over} px wider than the screen`] : [])];
}

/** The same for a page of the desk, and whether a word on it has a place that nothing filled. */
export async function deskFaultsOf(page: Page): Promise<string[]> {
  const text = (await page.locator("#desk").textContent()) ?? "";
  const isUnfilled = /undefined|\[object|\{\w+\}/.test(text);
  return [...(await faultsOf(page)), ...(isUnfilled ? ["an unfilled place"] : [])];
}
