import { addDays, type LocalDate } from "../kernel/time.ts";
import { sampleUscc } from "./sample-codes.ts";
import type { SampleWords } from "./sample-words.ts";
import type { SeededRandom } from "./seeded-random.ts";

export interface SampleOrganisation {
  readonly name: string;
  readonly uscc: string;
  readonly category: "法人及非法人组织" | "个体工商户";
  readonly kind: "企业" | "个体工商户" | "农民专业合作社";
  readonly person: string;
  readonly address: string;
  readonly scope: string;
  readonly established: LocalDate;
  /** In 10,000 yuan. */
  readonly capital: string;
}

const DIVISIONS = ["420200", "420202", "420203", "420204", "420205", "420222", "420281"];

/** Organisations that do not exist, each marked 示例, founded between twenty years and a month before `before`. */
export function sampleOrganisations(
  random: SeededRandom,
  words: SampleWords,
  count: number,
  before: LocalDate,
): readonly SampleOrganisation[] {
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, serial) => {
    const isShop = random.chance(0.18);
    const trade = random.pick(words.trades);
    const isCooperative = trade.form === "专业合作社";
    const shop = random.pick(words.shops);
    let name = "";
    do {
      const place = random.pick(words.places);
      const style = `${random.pick(words.styles)}${taken.size > 400 ? random.pick(words.styles) : ""}`;
      name = isShop ? `${place}示例${style}${shop}` : `${place}示例${style}${trade.name}${trade.form}`;
    } while (taken.has(name));
    taken.add(name);
    return {
      name,
      uscc: sampleUscc(isShop ? "92" : isCooperative ? "93" : "91", random.pick(DIVISIONS), serial + 1),
      category: isShop ? "个体工商户" : "法人及非法人组织",
      kind: isShop ? "个体工商户" : isCooperative ? "农民专业合作社" : "企业",
      person: random.pick(words.people),
      address: `湖北省黄石市${random.pick(words.streets)}${random.between(1, 300)}号（示例）`,
      scope: `${isShop ? `${shop}经营` : trade.scope}（示例）`,
      established: addDays(before, -random.between(30, 7300)),
      capital: String(isShop ? random.between(1, 20) : random.between(1, 60) * 50),
    };
  });
}
