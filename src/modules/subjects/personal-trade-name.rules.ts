/** Which names of sole traders are their own: those are for nobody's search. Pure. */
import { splitName } from "./name-parts.rules.ts";
import { foldName } from "./name.rules.ts";

const NO_SHOP_NAME = /^(?:个体工商户|个体户)/u;
/** What is written around the name of a sole trader or its operator, folded, and says nothing of which shop it is. */
const SOLE_TRADER_MARKS = /个体工商户|个体经营者|个体户|经营者/gu;
/** Characters of a name without place and form that may be a person's: compound surnames among them. */
const LONGEST_PERSON = 5;

/**
 * Whether a sole trader's trade name is a person's own name: then it is found by code only (mission: a person is not
 * searchable by name). True without a shop name (个体工商户…, 个体户…), where the name is the operator's, whatever either
 * is called beside it, and where nothing but that (个体工商户) tells a short word from a person. In doubt it is a person.
 */
export function isPersonalTradeName(name: string, operator: string | null): boolean {
  const folded = foldName(name);
  const bare = withoutMarks(folded);
  if (NO_SHOP_NAME.test(folded) || bare.length <= 3) return true;
  if (operator !== null && withoutMarks(foldName(operator)) === bare) return true;
  return bare !== folded && bare.length <= LONGEST_PERSON && isBareWord(bare);
}

function withoutMarks(folded: string): string {
  return folded.replaceAll(SOLE_TRADER_MARKS, "");
}

/** Neither a place in front nor a form (店, 经营部) behind. */
function isBareWord(folded: string): boolean {
  const { region, legalForm, branch } = splitName(folded);
  return region.length === 0 && legalForm === "" && branch === "";
}
