import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { publishProblem } from "#publish";
import { parseId, type ProceedingId, type StatementId } from "../../kernel/ids.ts";
import { answerOnce } from "../../platform/db/answer-once.ts";
import type { Db } from "../../platform/db/types.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { idempotencyKeyOf } from "../../platform/http/idempotency-key.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { linkNext } from "../../platform/http/list-link.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { placeIn } from "./dispute-target.ts";
import { CorrectionSchema, FigureKeySchema, StatementSchema, StatementsSchema } from "./figures.contract.ts";
import { figureProblem } from "./figures.problems.ts";
import type { FiguresRuntime } from "./figures-runtime.ts";
import { correctMonth } from "./freeze-figures.ts";
import { firstOf } from "./month.rules.ts";
import { findStatement, listOpenDisputes, listStatements } from "./statements.store.ts";

const NONE = Type.Object({}, { additionalProperties: false });
const PATH = "/figures/statements";

/** Frozen figures: anybody may read and check them; whoever decides for the credit office may correct them by a further one. */
export function registerStatementRoutes(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerReading(app, runtime);
  registerOne(app, runtime);
  registerCorrection(app, runtime);
}

function registerReading(app: FastifyInstance, { publicDb, signingKey }: FiguresRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: PATH,
    permission: "public",
    tag: "figures",
    summary: { zh: "月度定稿，最近的在前", en: "Frozen figures of months, newest first" },
    params: NONE,
    query: Type.Object(
      {
        month: Type.Optional(Type.String({ description: "月份，YYYY-MM / month" })),
        limit: pageLimit(24, 200),
        cursor: pageCursor(36),
      },
      { additionalProperties: false },
    ),
    response: { 200: StatementsSchema },
    handle: async ({ query, reply }) => {
      const { month, cursor, limit } = query;
      if (month !== undefined && !firstOf(month)) throw publishProblem("bad-month");
      const before = cursor === undefined ? null : parseId<StatementId>(cursor);
      if (cursor !== undefined && before === null) throw httpProblem("unreadable-cursor");
      const found = await listStatements(publicDb, month ?? null, before, limit + 1);
      return linkNext(
        reply,
        `/api/v1${PATH}`,
        query,
        pageOf(found, limit, ({ statementId }) => statementId),
      );
    },
  });
  registerRoute(app, {
    method: "GET",
    path: "/figures/key",
    permission: "public",
    tag: "figures",
    summary: { zh: "核验定稿签名的公钥", en: "The public key by which statements are checked" },
    params: NONE,
    query: NONE,
    response: { 200: FigureKeySchema },
    handle: async () => ({
      keyId: signingKey.keyId,
      algorithm: "Ed25519",
      publicKey: signingKey.publicKey.toString("base64"),
    }),
  });
}

function registerOne(app: FastifyInstance, { publicDb }: FiguresRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: `${PATH}/:statementId`,
    permission: "public",
    tag: "figures",
    summary: { zh: "一份定稿，含签名和未办结的异议", en: "One statement, with its signature and what is disputed" },
    params: Type.Object({ statementId: Type.String({ description: "定稿编号 / id of the statement" }) }),
    query: NONE,
    response: { 200: StatementSchema },
    handle: ({ params }) => toldStatement(publicDb, statementIdOf(params.statementId)),
  });
}

function registerCorrection(app: FastifyInstance, runtime: FiguresRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: PATH,
    permission: "figures:decide",
    tag: "figures",
    summary: {
      zh: "按现时数据另出一份更正定稿，原定稿保留",
      en: "Make a further statement of a month from today's figures; the earlier one stays",
    },
    params: NONE,
    query: NONE,
    consumes: ["application/json"],
    response: { 201: StatementSchema },
    handle: async ({ actor, request, reply }) => {
      const { month, reason, dispute } = await readJsonBody(request, CorrectionSchema);
      if (!firstOf(month)) throw publishProblem("bad-month");
      const upheld = dispute === undefined ? null : parseId<ProceedingId>(dispute);
      if (dispute !== undefined && upheld === null) throw figureProblem("not-upheld");
      const content = canonicalJson({ route: "correct-figures", month, reason, dispute: upheld });
      const correction = { reason, dispute: upheld, actor, requestId: request.id };
      // The same Idempotency-Key with the same correction gives the statement of the first time.
      const keyed = { actor, key: idempotencyKeyOf(request), content, at: runtime.clock.now() };
      const statementId = await correctMonth(runtime, month, correction, (tx, make) => answerOnce(tx, keyed, make));
      reply.code(201);
      return toldStatement(runtime.publicDb, statementId);
    },
  });
}

async function toldStatement(publicDb: Db, statementId: StatementId) {
  const statement = await findStatement(publicDb, statementId);
  if (!statement) throw figureProblem("unknown-statement");
  const disputed = (await listOpenDisputes(publicDb, statementId)).flatMap(({ target, openedAt }) => {
    const place = placeIn(target);
    return place ? [{ ...place, openedAt }] : [];
  });
  return { ...statement, disputed };
}

/** @throws Problem figures/unknown-statement */
export function statementIdOf(text: string): StatementId {
  const statementId = parseId<StatementId>(text);
  if (!statementId) throw figureProblem("unknown-statement");
  return statementId;
}
