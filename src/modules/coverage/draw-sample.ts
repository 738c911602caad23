import { createHash, randomBytes } from "node:crypto";
import { recordAudit } from "#audit";
import { listPublishedRecords } from "#publish";
import type { Actor } from "../../kernel/actor.ts";
import { newId, type SampleId } from "../../kernel/ids.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { coverageProblem } from "./coverage.problems.ts";
import { drawLeast } from "./coverage.rules.ts";
import { findSample, insertSample, type Sample } from "./samples.store.ts";

/** The ids of a frame are kept with the sample, so that the draw can be done again; more are no sample of a period. */
const LARGEST_FRAME = 100_000;
const SEED_BYTES = 16;

export interface DrawSample {
  readonly item: string;
  readonly body: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly size: number;
  /** Agreed on beforehand, e.g. the number of a public lottery; null lets the machine draw one. */
  readonly seed: string | null;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId?: string;
}

/**
 * Draws published records of a body and period at random. The draw can be done again by anybody: the frame is the ids of the
 * published records, ascending; a record's ticket is SHA-256 of the seed, a slash and its id; the least tickets are drawn.
 * @throws Problem coverage/nothing-to-draw, coverage/too-many-to-draw-from
 */
export async function drawSample(tx: Tx, command: DrawSample): Promise<Sample> {
  const { item, body, from, to, size, actor, at, requestId } = command;
  const seed = command.seed ?? randomBytes(SEED_BYTES).toString("hex");
  const filter = { items: [item], bodies: [body], from, to };
  const published = await listPublishedRecords(tx, filter, seed, LARGEST_FRAME + 1);
  if (published.length > LARGEST_FRAME) throw coverageProblem("too-many-to-draw-from");
  if (published.length < size) throw coverageProblem("nothing-to-draw", { extra: { published: published.length } });
  const frame = published.map(({ recordId }) => recordId);
  const sampleId = newId<SampleId>();
  await insertSample(tx, {
    sampleId,
    item,
    body,
    from,
    to,
    seed,
    frame,
    frameHash: createHash("sha256")
      .update(frame.map((id) => `${id}\n`).join(""))
      .digest(),
    drawnBy: actor.id,
    drawnAt: at,
    rows: drawLeast(published, size),
  });
  await recordAudit(tx, {
    at,
    actor,
    action: "coverage/draw-sample",
    target: sampleId,
    detail: { item, body, from, to, size, seed },
    ...(requestId === undefined ? {} : { requestId }),
  });
  const sample = await findSample(tx, sampleId);
  if (!sample) throw new Error(`the sample ${sampleId} is not there`);
  return sample;
}
