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
      const known = codes.flatMap((code) => (isOfPersons(code) ? [] : (names.get(code) ?? [])));
      const nearest = nearestName(
        name,
        known.filter((entry) => !isPersonalTradeName(entry, null)),
      );
      return nearest === null ? null : { values: [nearest], ground: "name-of-code" };
    }
    const compatible = codes.filter((code) => {
      const known = subjects.get(code);
      return known !== undefined && name !== "" && isCompatible(name, known);
    });
    if (compatible.length > 0) return { values: compatible.slice(0, SHOWN), ground: "in-register" };
    const free = codes.filter((code) => !subjects.has(code));
    // Among many nobody can choose by the code alone.
    if (free.length === 0 || free.length > CHOICE) return null;
    return { values: free.slice(0, SHOWN), ground: "computed" };
  });
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
