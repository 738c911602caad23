import {
  compareNames,
  findNamesByUscc,
  findSubjectsByUscc,
  foldName,
  isPersonalTradeName,
  type KnownSubject,
} from "#subjects";
import type { Tx } from "../../../platform/db/types.ts";
import type { RegisterAnswer, RegisterQuestion } from "./annotation.ts";
import { nearestName } from "./nearest-name.rules.ts";

const SHOWN = 3;
const CHOICE = 5;

/**
 * Narrows proposals by the register, with two queries for all questions together. A code that is in the register with a
 * compatible name wins; one that is there with another name is never proposed; codes that nobody has are told as what
 * they are. Names are only those of the subject with the row's own code, and never those of a person.
 */
export async function answerByRegister(
  tx: Tx,
  questions: readonly RegisterQuestion[],
): Promise<readonly RegisterAnswer[]> {
  const codesOf = (kind: RegisterQuestion["kind"]): string[] => [
    ...new Set(questions.flatMap((question) => (question.kind === kind ? question.codes : []))),
  ];
  const subjects = await findSubjectsByUscc(tx, codesOf("code"));
  const names = await findNamesByUscc(tx, codesOf("name"));
  return questions.map(({ kind, codes, name }): RegisterAnswer => {
    if (kind === "name") {
      const nearest = fittingName(codes, name, names);
      return nearest === null ? null : `该代码登记的名称是“${nearest}”；名称无误的，核对代码`;
    }
    const fitting = fittingCodes(codes, name, subjects);
    if (fitting.codes.length === 0) return null;
    const said = fitting.codes.slice(0, SHOWN).join(" 或 ");
    return fitting.registered
      ? `${said}（登记库中有此代码且名称相符）`
      : `${said}（按校验位推算，登记库中尚无，请与证照核对）`;
  });
}

/** Of codes that a value may have meant those that the register knows with a compatible name, or else those that nobody has. */
export function fittingCodes(
  codes: readonly string[],
  name: string,
  subjects: ReadonlyMap<string, KnownSubject>,
): { readonly registered: boolean; readonly codes: readonly string[] } {
  const compatible = codes.filter((code) => {
    const known = subjects.get(code);
    return known !== undefined && name !== "" && isCompatible(name, known);
  });
  if (compatible.length > 0) return { registered: true, codes: compatible };
  const free = codes.filter((code) => !subjects.has(code));
  // Among many nobody can choose by the code alone.
  return { registered: false, codes: free.length > CHOICE ? [] : free };
}

/** The registered name nearest to a reported one among those of these codes; never that of a person. */
export function fittingName(
  codes: readonly string[],
  name: string,
  names: ReadonlyMap<string, readonly string[]>,
): string | null {
  const known = codes.flatMap((code) => (isOfPersons(code) ? [] : (names.get(code) ?? [])));
  return nearestName(
    name,
    known.filter((entry) => !isPersonalTradeName(entry, null)),
  );
}

/** By any of its names: on which day the decision was made the question does not tell. */
function isCompatible(name: string, known: KnownSubject): boolean {
  const folded = foldName(name);
  return [...known.names.values()].some((borne) => compareNames(folded, borne.folded).compatible);
}

/** Sole traders (92) may bear their operator's name. */
function isOfPersons(code: string): boolean {
  return code.startsWith("92");
}
