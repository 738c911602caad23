import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import type { Actor } from "../../kernel/actor.ts";
import { parseId, type SampleId } from "../../kernel/ids.ts";
import { answerOnce } from "../../platform/db/answer-once.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { idempotencyKeyOf } from "../../platform/http/idempotency-key.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { askedMonths } from "./asked-months.ts";
import { checkSampleRow } from "./check-sample-row.ts";
import { bodiesSeenBy, type CoverageRuntime } from "./coverage-runtime.ts";
import {
  CheckBody,
  DrawBody,
  FrameSchema,
  SampleListSchema,
  SampleRowsSchema,
  SampleSchema,
} from "./coverage.contract.ts";
import { coverageProblem } from "./coverage.problems.ts";
import { misreportRate } from "./coverage.rules.ts";
import { drawSample } from "./draw-sample.ts";
import { findFrame, findSample, listSampleRows, listSamples, type Sample } from "./samples.store.ts";

const None = Type.Object({}, { additionalProperties: false });
const JSON_BODY = ["application/json"];
const SampleParams = Type.Object({ sampleId: Type.String() });

/** How a sample is drawn, for whoever does it again. */
const ALGORITHM = {
  zh: "范围内已公示记录的编号按升序排列；每条记录的签号 = SHA-256(种子 + “/” + 记录编号) 的十六进制小写；取签号最小的若干条，签号相同的取编号较小者。frameHash = SHA-256(每个编号后加一个换行符，依次相连)。",
  en: "The ids of the published records in ascending order are the frame. A record's ticket is the lower-case hex SHA-256 of seed, a slash and its id; the least tickets are drawn, of equal ones the lesser id. frameHash is the SHA-256 of the ids, each followed by a line feed.",
};

/** Random samples and their comparisons over HTTP. */
export function registerSampleRoutes(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerSamples(app, runtime);
  registerOneSample(app, runtime);
  registerDraw(app, runtime);
  registerCheck(app, runtime);
}

function registerSamples(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/samples",
    permission: "coverage:read",
    tag: "coverage",
    summary: { zh: "随机抽查，最近的在前，含错报率", en: "Random samples, newest first, with the rate of misreports" },
    params: None,
    query: Type.Object(
      {
        item: Type.Optional(Type.String({ description: "事项代码 / item code" })),
        body: Type.Optional(Type.String({ description: "单位代码 / code of a body" })),
        limit: pageLimit(50, 200),
        cursor: pageCursor(60),
      },
      { additionalProperties: false },
    ),
    response: { 200: SampleListSchema },
    handle: async ({ query, actor, request }) => {
      const before = query.cursor === undefined ? null : parseId<SampleId>(query.cursor);
      if (query.cursor !== undefined && before === null) throw httpProblem("unreadable-cursor");
      const filter = { item: query.item, bodies: bodiesSeenBy(actor, runtime.catalogue, query.body) };
      const look = { actor, action: "coverage/list-samples", target: "samples", detail: {}, requestId: request.id };
      const found = await auditedRead(runtime, look, (tx) => listSamples(tx, filter, before, query.limit + 1));
      const { items, next } = pageOf(found, query.limit, ({ sampleId }) => sampleId);
      return { items: items.map(withRate), next };
    },
  });
}

function registerOneSample(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/samples/:sampleId",
    permission: "coverage:read",
    tag: "coverage",
    summary: { zh: "一次抽查：逐条比对结果", en: "One sample with what each comparison found" },
    params: SampleParams,
    query: None,
    response: { 200: SampleRowsSchema },
    handle: ({ params, actor, request }) =>
      withSample(
        runtime,
        { actor, action: "coverage/read-sample", params, requestId: request.id },
        async (tx, sample) => ({
          ...withRate(sample),
          rows: await listSampleRows(tx, sample.sampleId),
        }),
      ),
  });
  registerRoute(app, {
    method: "GET",
    path: "/samples/:sampleId/frame",
    permission: "coverage:read",
    tag: "coverage",
    summary: {
      zh: "抽查的全部备选记录、种子和算法，任何人可复算",
      en: "All records that were drawn from, seed and algorithm, so that anybody can draw again",
    },
    params: SampleParams,
    query: None,
    response: { 200: FrameSchema },
    handle: ({ params, actor, request }) =>
      withSample(
        runtime,
        { actor, action: "coverage/read-sample-frame", params, requestId: request.id },
        async (tx, { sampleId, seed, frameHash, size }) => ({
          algorithm: ALGORITHM,
          seed,
          frameHash,
          size,
          frame: await findFrame(tx, sampleId),
        }),
      ),
  });
}

function registerDraw(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/samples",
    permission: "samples:check",
    tag: "coverage",
    summary: { zh: "随机抽取已公示记录", en: "Draw published records at random" },
    params: None,
    query: None,
    consumes: JSON_BODY,
    response: { 201: SampleSchema },
    handle: async ({ actor, request, reply }) => {
      const { item, body, from, to, size, seed } = await readJsonBody(request, DrawBody);
      const { catalogue, clock, db } = runtime;
      if (!catalogue.items.some((one) => one.item === item)) throw coverageProblem("unknown-item");
      if (!catalogue.bodies.has(body)) throw coverageProblem("unknown-body");
      const wanted = { item, body, ...askedMonths({ from, to }, clock.today()), size, seed: seed ?? null };
      const at = clock.now();
      const content = canonicalJson({ route: "draw-sample", ...wanted });
      const sampleId = await inScopeOf(db, actor, (tx) =>
        answerOnce<SampleId>(tx, { actor, key: idempotencyKeyOf(request), content, at }, async () => {
          const sample = await drawSample(tx, { ...wanted, actor, at, requestId: request.id });
          return sample.sampleId;
        }),
      );
      reply.code(201);
      return withRate(await storedSample(runtime, actor, sampleId));
    },
  });
}

function registerCheck(app: FastifyInstance, runtime: CoverageRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/samples/:sampleId/rows/:place/checks",
    permission: "samples:check",
    tag: "coverage",
    summary: {
      zh: "记录一条抽查记录与决定书的比对结果",
      en: "Keep what the comparison with the decision document found",
    },
    params: Type.Object({ sampleId: Type.String(), place: Type.String({ pattern: "^[1-9]\\d{0,2}$" }) }),
    query: None,
    consumes: JSON_BODY,
    response: { 201: SampleSchema },
    handle: async ({ params, actor, request, reply }) => {
      const given = await readJsonBody(request, CheckBody);
      const sampleId = idOf(params.sampleId);
      const at = runtime.clock.now();
      const check = { ...given, words: given.words ?? "", sampleId, place: Number(params.place) };
      const content = canonicalJson({ route: "check-sample-row", ...check });
      await inScopeOf(runtime.db, actor, (tx) =>
        answerOnce<SampleId>(tx, { actor, key: idempotencyKeyOf(request), content, at }, async () => {
          await checkSampleRow(tx, runtime.catalogue, { ...check, actor, at, requestId: request.id });
          return sampleId;
        }),
      );
      reply.code(201);
      return withRate(await storedSample(runtime, actor, sampleId));
    },
  });
}

function withSample<Answer>(
  runtime: CoverageRuntime,
  look: {
    readonly actor: Actor;
    readonly action: string;
    readonly params: { readonly sampleId: string };
    readonly requestId: string;
  },
  read: (tx: Tx, sample: Sample) => Promise<Answer>,
): Promise<Answer> {
  const { params, ...entry } = look;
  const sampleId = idOf(params.sampleId);
  return auditedRead(runtime, { ...entry, target: sampleId, detail: {} }, async (tx) => {
    const sample = await findSample(tx, sampleId);
    if (!sample) throw coverageProblem("unknown-sample");
    return read(tx, sample);
  });
}

async function storedSample({ db }: CoverageRuntime, actor: Actor, sampleId: SampleId): Promise<Sample> {
  const sample = await inScopeOf(db, actor, (tx) => findSample(tx, sampleId));
  if (!sample) throw coverageProblem("unknown-sample");
  return sample;
}

function withRate(sample: Sample) {
  return { ...sample, misreport: misreportRate(sample.outcomes) };
}

function idOf(text: string): SampleId {
  const sampleId = parseId<SampleId>(text);
  if (!sampleId) throw coverageProblem("unknown-sample");
  return sampleId;
}
