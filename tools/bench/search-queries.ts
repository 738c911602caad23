import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { say } from "./bench.ts";
import { dice, inventedName } from "./invented.ts";

/** The eight kinds of queries that people make, as in the baseline measurements. */
export const QUERY_KINDS = [
  ...(["full", "core", "core-trade", "prefix", "wrong-character", "no-form", "brackets", "region-core"] as const),
];
export type QueryKind = (typeof QUERY_KINDS)[number];

export interface AskedQuery {
  readonly kind: QueryKind;
  readonly text: string;
  /** The name that somebody had in mind. */
  readonly target: string;
}

const REAL = join(
  process.env["MINGXIN_REAL_DATA"] ?? resolve(import.meta.dirname, "../../../shared/data/real"),
  "names_china.csv",
);

/** Real names for an honest spread of characters, where the file is there; never part of the repository. */
export function realNames(): readonly string[] {
  if (!existsSync(REAL)) {
    say(`search: without the real names, there is no ${REAL}; set MINGXIN_REAL_DATA`);
    return [];
  }
  const lines = readFileSync(REAL, "utf8").split("\n").slice(1);
  return lines.map((line) => line.slice(0, line.lastIndexOf(","))).filter((name) => name !== "");
}

/** Deterministic queries, equally many of each kind. Every other target is a real name where the kind needs no parts. */
export function askedQueries(invented: number, real: readonly string[], perKind: number): readonly AskedQuery[] {
  const next = dice(20_261_124);
  const below = (end: number): number => Math.floor(next() * end);
  const asked: AskedQuery[] = [];
  for (const kind of QUERY_KINDS) {
    for (let made = 0; made < perKind;) {
      const isReal = made % 2 === 1 && real.length > 0 && !["core", "core-trade", "region-core"].includes(kind);
      const parts = inventedName(below(invented));
      const target = isReal ? (real[below(real.length)] ?? parts.full) : parts.full;
      const text = queryText(kind, target, parts, below);
      if (text === null) continue;
      asked.push({ kind, text, target });
      made += 1;
    }
  }
  return asked;
}

const SWAPPED: Readonly<Record<string, string>> = { "（": "(", "）": ")", "(": "（", ")": "）" };

function queryText(
  kind: QueryKind,
  target: string,
  { core, trade, region }: { readonly core: string; readonly trade: string; readonly region: string },
  below: (end: number) => number,
): string | null {
  const signs = [...target];
  switch (kind) {
    case "full":
      return target;
    case "core":
      return core;
    case "core-trade":
      return core + trade.slice(0, 1 + below(2));
    case "prefix":
      return signs.slice(0, Math.max(5, Math.floor(signs.length * 0.6))).join("");
    case "wrong-character": {
      const at = below(signs.length);
      const wrong = String.fromCodePoint(0x4e00 + below(5000));
      return signs.length < 6 || /[()（）]/u.test(target) ? null : signs.with(at, wrong).join("");
    }
    case "no-form": {
      const bare = target.replace(/(?:股份有限公司|有限责任公司|有限公司)$/u, "");
      return bare === target || bare.length < 4 ? null : bare;
    }
    case "brackets":
      return /[()（）]/u.test(target) ? signs.map((sign) => SWAPPED[sign] ?? sign).join("") : null;
    case "region-core":
      return region.replace(/(?:省|市|县|区)$/u, "") + core;
  }
}
