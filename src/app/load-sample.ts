import { join } from "node:path";
import { findSamplePerson } from "#accounts";
import { hasFiledBatches, isEmptyRegister, receiveBatch, runBatch } from "#ingest";
import { freezeDueMonths } from "#figures";
import { SYSTEM_ACTOR } from "../kernel/actor.ts";
import { addMonths, parseInstant, parseLocalDate, type Clock, type Instant, type LocalDate } from "../kernel/time.ts";
import { readIfPresent, replaceFile } from "../platform/durable-file.ts";
import type { Db } from "../platform/db/types.ts";
import type { Logger } from "../platform/log.ts";
import { generateSampleCity, type SampleFile } from "../sample/index.ts";
import { foundCoverage, stateSampleZeroTooEarly } from "./found-coverage.ts";
import { foundOmissions } from "./found-omissions.ts";
import { fileSampleProposals } from "./file-sample-proposals.ts";
import { foundPeople } from "./found-people.ts";
import type { Runtime } from "./runtime.ts";

/**
 * Fills an empty register with the fictional sample city, through the same door and pipeline as any department's file.
 * Each file counts as received on the day that it bears, so that terms were kept or missed as in a real city. Does
 * nothing when the register holds anything else; killed in the middle, it goes on at the next start with the same city.
 */
export async function loadSample(runtime: Runtime, logger: Logger): Promise<void> {
  const { config, law, clock } = runtime;
  if (!config.sample) return;
  const path = join(config.dataDirectory, "sample-city.json");
  const note = parseNote(await readIfPresent(path));
  if (note?.done === true || (note === null && !(await isEmptyRegister(runtime.db)))) return;
  const day = note?.day ?? clock.today();
  await replaceFile(path, JSON.stringify({ day, done: false }));
  const people = await foundPeople(runtime);
  const started = performance.now();
  await stateSampleZeroTooEarly(runtime, day);
  const { files, skipped } = generateSampleCity(day, law.catalogue, law.workdays);
  let rows = 0;
  for (const [at, file] of files.entries()) {
    await freezeSample(runtime, file.receivedOn, day);
    rows += await fileSample(runtime, file, `sample-city/${at}`);
  }
  await foundCoverage(runtime, day);
  await foundOmissions(runtime.omissions, skipped);
  await fileSampleProposals(runtime, people);
  await replaceFile(path, JSON.stringify({ day, done: true }));
  const seconds = Math.round((performance.now() - started) / 100) / 10;
  logger.info({ files: files.length, rows, seconds }, "sample city loaded");
}

/**
 * Asks whether the register holds rows of the sample city, whatever the settings say now: who reads a fictional record
 * must see that it is one. A yes is remembered, a no for two seconds, since the city may be coming in just now.
 */
export function sampleWatch(db: Db): { readonly holds: boolean; look(): Promise<void> } {
  let holds = false;
  let next = 0;
  return {
    get holds() {
      return holds;
    },
    look: async () => {
      if (holds || performance.now() < next) return;
      next = performance.now() + 2000;
      holds = await hasFiledBatches(db, SYSTEM_ACTOR);
    },
  };
}

/** Gives the rows of the file. */
async function fileSample(runtime: Runtime, file: SampleFile, idempotencyKey: string): Promise<number> {
  const ingest = { ...runtime.ingest, clock: clockOn(file.receivedOn, runtime.clock.now()) };
  const person = file.handedInBy === undefined ? null : await findSamplePerson(runtime.accounts, file.handedInBy);
  const { batchId } = await receiveBatch(ingest, {
    item: file.item,
    profile: null,
    sourceBody: person?.body ?? file.sourceBody,
    fileName: file.fileName,
    attested: file.attested,
    unserved: file.unserved ?? false,
    actor: person ?? SYSTEM_ACTOR,
    idempotencyKey,
    content: bytesOf(file.content),
  });
  const batch = await runBatch(ingest, batchId);
  if (batch?.state !== "done")
    throw new Error(`the sample file ${file.fileName} ended as ${batch?.state ?? "nothing"}`);
  return batch.counts?.rows ?? 0;
}

/** Of so many months the city has statements. */
const STATED_MONTHS = 3;

/** Freezes the figures that were due by a day, as they stood on that day: later files are not in yet. */
async function freezeSample({ figures, clock }: Runtime, on: LocalDate, day: LocalDate): Promise<void> {
  if (on < addMonths(day, -STATED_MONTHS)) return;
  await freezeDueMonths({ ...figures, clock: clockOn(on, clock.now()) });
}

/** Mid-morning of a day in the city, but never a moment that is still to come. */
function clockOn(today: LocalDate, latest: Instant): Clock {
  const morning = parseInstant(`${today}T10:00:00+08:00`);
  if (!morning) throw new Error(`no day ${today}`);
  const now = morning < latest ? morning : latest;
  return { now: () => now, today: () => today };
}

async function* bytesOf(content: string): AsyncGenerator<Buffer> {
  yield await Promise.resolve(Buffer.from(content));
}

function parseNote(text: string | null): { readonly day: LocalDate; readonly done: boolean } | null {
  const note: unknown = text === null ? null : JSON.parse(text);
  if (typeof note !== "object" || note === null || !("day" in note) || !("done" in note)) return null;
  const day = parseLocalDate(String(note.day));
  return day ? { day, done: note.done === true } : null;
}
