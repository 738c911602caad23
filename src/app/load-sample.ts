import { isEmptyRegister, receiveBatch, runBatch } from "#ingest";
import { SYSTEM_ACTOR } from "../kernel/actor.ts";
import { parseInstant, type Clock, type Instant, type LocalDate } from "../kernel/time.ts";
import type { Logger } from "../platform/log.ts";
import { generateSampleCity } from "../sample/index.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Fills an empty register with the fictional sample city, through the same door and pipeline as any department's file.
 * Each file counts as received on the day that it bears, so that terms were kept or missed as in a real city. Does
 * nothing when the register holds anything.
 */
export async function loadSample(runtime: Runtime, logger: Logger): Promise<void> {
  if (!runtime.config.sample || !(await isEmptyRegister(runtime.db))) return;
  const started = performance.now();
  let rows = 0;
  for (const file of generateSampleCity(runtime.clock.today(), runtime.law.workdays)) {
    const ingest = { ...runtime.ingest, clock: clockOn(file.receivedOn) };
    const { batchId } = await receiveBatch(ingest, {
      item: file.item,
      profile: null,
      sourceBody: file.sourceBody,
      fileName: file.fileName,
      attested: file.attested,
      actor: SYSTEM_ACTOR,
      idempotencyKey: null,
      content: bytesOf(file.content),
    });
    const batch = await runBatch(ingest, batchId);
    if (batch?.state !== "done")
      throw new Error(`the sample file ${file.fileName} was not taken: ${batch?.state ?? "gone"}`);
    rows += batch.counts?.rows ?? 0;
  }
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  logger.info({ rows, seconds }, "sample city loaded");
}

/** Mid-morning of a day in the city. */
function clockOn(day: LocalDate): Clock {
  const now = parseInstant(`${day}T10:00:00+08:00`);
  if (!now) throw new Error(`no day ${day}`);
  return standing(now, day);
}

function standing(now: Instant, today: LocalDate): Clock {
  return { now: () => now, today: () => today };
}

async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(content));
}
