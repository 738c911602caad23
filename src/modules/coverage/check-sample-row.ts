import { recordAudit } from "#audit";
import { maskPersonalNumbers, type Catalogue } from "#catalogue";
import type { Actor } from "../../kernel/actor.ts";
import type { SampleId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import { takeTurn } from "../../platform/db/locks.ts";
import type { Tx } from "../../platform/db/types.ts";
import { coverageProblem } from "./coverage.problems.ts";
import type { SampleOutcome } from "./coverage.rules.ts";
import { findSample, insertCheck } from "./samples.store.ts";

export interface CheckSampleRow {
  readonly sampleId: SampleId;
  readonly place: number;
  readonly outcome: SampleOutcome;
  readonly fields: readonly string[];
  readonly checkedAgainst: string;
  readonly words: string;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId?: string;
}

/**
 * Keeps what the comparison of a sampled record with its decision document found; a second look is a further row.
 * @throws Problem coverage/unknown-sample, coverage/fields-wrong
 */
export async function checkSampleRow(tx: Tx, catalogue: Catalogue, command: CheckSampleRow): Promise<void> {
  const { sampleId, place, outcome, fields, checkedAgainst, words, actor, at, requestId } = command;
  const sample = await findSample(tx, sampleId);
  if (!sample) throw coverageProblem("unknown-sample");
  const known = new Set(
    catalogue.items
      .filter(({ item }) => item === sample.item)
      .flatMap((item) => item.fields)
      .map(({ key }) => key),
  );
  if ((outcome === "wrong") !== fields.length > 0 || fields.some((field) => !known.has(field)))
    throw coverageProblem("fields-wrong");
  const check = {
    outcome,
    fields,
    checkedAgainst: maskPersonalNumbers(checkedAgainst).text,
    words: maskPersonalNumbers(words).text,
    checkedBy: actor.id,
    checkedAt: at,
  };
  await takeTurn(tx, "sample", sampleId, String(place));
  if (!(await insertCheck(tx, { sampleId, place }, check))) throw coverageProblem("unknown-sample");
  await recordAudit(tx, {
    at,
    actor,
    action: "coverage/check-sample-row",
    target: sampleId,
    detail: { place, outcome, fields },
    ...(requestId === undefined ? {} : { requestId }),
  });
}
