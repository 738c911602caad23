import type { Catalogue } from "#catalogue";
import type { Procedure } from "#proceedings";
import { scopeOf, type Actor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import type { CoverageAnswers, StandardAnswer } from "./coverage-answers.ts";
import { coverageProblem } from "./coverage.problems.ts";

/** What coverage stands on. */
export interface CoverageRuntime {
  readonly db: Db;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly answers: CoverageAnswers;
  readonly procedures: ReadonlyMap<string, Procedure>;
}

/**
 * The bodies whose obligations somebody sees: all (undefined), or those asked for. Of bodies that they may not see nobody
 * is told whether they owe anything. @throws Problem coverage/unknown-body
 */
export function bodiesSeenBy(
  actor: Actor,
  { bodies }: Catalogue,
  asked: string | undefined,
): readonly string[] | undefined {
  const scope = scopeOf(actor);
  if (scope === "none") return [];
  if (scope === "all") {
    if (asked !== undefined && !bodies.has(asked)) throw coverageProblem("unknown-body");
    return asked === undefined ? undefined : [asked];
  }
  if (asked !== undefined && asked !== scope.body) throw coverageProblem("unknown-body");
  return [scope.body];
}

/**
 * The body in whose name somebody states something: their own, or the one named by whoever acts for none.
 * @throws Problem coverage/no-body, coverage/unknown-body
 */
export function bodyStatedFor(actor: Actor, { bodies }: Catalogue, asked: string | undefined): string {
  const body = asked ?? actor.body;
  if (body === null) throw coverageProblem("no-body");
  if (!bodies.has(body) || (actor.body !== null && actor.body !== body)) throw coverageProblem("unknown-body");
  return body;
}

/** Checks a standard answer with its words. @throws Problem coverage/unknown-answer, coverage/words-needed */
export function checkAnswer(answers: readonly StandardAnswer[], answer: string, item: string, words: string): void {
  const known = answers.find((one) => one.answer === answer);
  if (!known || known.items?.includes(item) === false) throw coverageProblem("unknown-answer");
  if (known.wordsNeeded && words.trim() === "") throw coverageProblem("words-needed");
}
