import type { LocalDate } from "../../../kernel/time.ts";
import type { CrossFieldRule, FieldValue } from "../catalogue-item.ts";

type Check = CrossFieldRule["check"];
/** True when the rule is broken. `value` is the rule's field, never blank except for `absent`. */
export type CompiledCheck = (value: FieldValue, values: readonly (FieldValue | undefined)[]) => boolean;

const BRACKETED_YEAR = /[〔［[(（【〈《﹝]\s*(19|20)\d{2}年?\s*[〕］\])）】〉》﹞]/;
const LAW = /《[^》]{2,}》|[法例]\s*第|(规定|办法|条例|规则|细则|决定|标准)/;
const ARTICLE = /第\s*[〇零一二三四五六七八九十百千\d]+\s*条/;

const asText = (value: FieldValue): string => (typeof value === "string" ? value : "");

/** One check per kind; a new kind of rule does not compile without its line. */
export function compileCheck(check: Check, today: LocalDate, indexOf: (key: string) => number): CompiledCheck {
  switch (check.kind) {
    case "not-after-today":
      return (value) => asText(value) > today;
    case "not-before": {
      const other = indexOf(check.other);
      return (value, values) => {
        const bound = values[other];
        return typeof bound === "string" && asText(value) < bound;
      };
    }
    case "contains-all":
      return (value) => !check.parts.every((part) => asText(value).includes(part));
    case "bracketed-year":
      return (value) => !BRACKETED_YEAR.test(asText(value).normalize("NFKC"));
    case "names-article":
      return (value) => !(LAW.test(asText(value)) && ARTICLE.test(asText(value)));
    case "absent":
      return () => true;
    case "code-starts-with":
      return (value) => !check.prefixes.some((prefix) => asText(value).startsWith(prefix));
    case "code-not-starts-with":
      return (value) => check.prefixes.some((prefix) => asText(value).startsWith(prefix));
  }
}
