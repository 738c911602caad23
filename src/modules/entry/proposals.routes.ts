import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { auditedRead } from "#audit";
import { answerOnce } from "../../platform/db/answer-once.ts";
import type { Proceeding, Step } from "#proceedings";
import { forecastPublication } from "#publish";
import { recordProblem } from "#records";
import type { Actor } from "../../kernel/actor.ts";
import { parseId, type ProceedingId, type RecordId } from "../../kernel/ids.ts";
import { parseLocalDate, type LocalDate } from "../../kernel/time.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { idempotencyKeyOf } from "../../platform/http/idempotency-key.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { canonicalJson, type CanonicalValue } from "../../verify/canonical-json.ts";
import {
  AmendmentSchema,
  CorrectionBody,
  CorrectionTrialBody,
  CorrectionTrialSchema,
  WithdrawalBody,
} from "./entry.contract.ts";
import { entryProblem } from "./entry.problems.ts";
import type { EntryRuntime } from "./entry-runtime.ts";
import { checkCorrection, proposeCorrection, proposeWithdrawal, standingRecord } from "./propose-amendment.ts";
import { readAmendment } from "./read-amendment.ts";

const RecordParams = Type.Object({ recordId: Type.String({ description: "记录编号 / record id" }) });
const NONE = Type.Object({}, { additionalProperties: false });
const JSON_BODY = ["application/json"];

/** Proposing to correct or withdraw a record; another person decides (see the routes of amendments). */
export function registerProposalRoutes(app: FastifyInstance, runtime: EntryRuntime): void {
  registerCorrectionTrial(app, runtime);
  registerRoute(app, {
    method: "POST",
    path: "/records/:recordId/corrections",
    permission: "records:propose",
    tag: "records",
    summary: {
      zh: "提出更正一条记录（经另一人审批后生效）",
      en: "Propose to correct a record (in force once another person approved it)",
    },
    params: RecordParams,
    query: NONE,
    consumes: JSON_BODY,
    response: { 202: AmendmentSchema },
    handle: async ({ params, actor, request, reply }) => {
      const recordId = recordIdOf(params.recordId);
      const body = await readJsonBody(request, CorrectionBody);
      const proposal = { ...body, recordId, changedOn: dayOf(body.changedOn) };
      return propose(runtime, { actor, request, reply, content: { recordId, ...body } }, (tx, step) =>
        proposeCorrection(tx, runtime, proposal, { ...step, reason: body.reason }),
      );
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/records/:recordId/withdrawal",
    permission: "records:propose",
    tag: "records",
    summary: {
      zh: "提出撤回一条记录（决定被变更、撤销、确认违法或无效等，经另一人审批后生效）",
      en: "Propose to withdraw a record (its decision was changed, revoked, found unlawful or void …); another person approves",
    },
    params: RecordParams,
    query: NONE,
    consumes: JSON_BODY,
    response: { 202: AmendmentSchema },
    handle: async ({ params, actor, request, reply }) => {
      const recordId = recordIdOf(params.recordId);
      const body = await readJsonBody(request, WithdrawalBody);
      const proposal = { recordId, ground: body.ground, changedOn: dayOf(body.changedOn) };
      return propose(runtime, { actor, request, reply, content: { recordId, ...body } }, (tx, step) =>
        proposeWithdrawal(tx, runtime, proposal, { ...step, reason: body.reason }),
      );
    },
  });
}

function registerCorrectionTrial(app: FastifyInstance, runtime: EntryRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/records/:recordId/corrections/trial",
    permission: "records:propose",
    tag: "records",
    summary: { zh: "试算一项更正；不保存", en: "Try a correction; nothing is kept" },
    params: RecordParams,
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: CorrectionTrialSchema },
    handle: async ({ params, actor, request }) => {
      const recordId = recordIdOf(params.recordId);
      const { cells } = await readJsonBody(request, CorrectionTrialBody);
      const look = { actor, action: "entry/try-correction", target: recordId, detail: {}, requestId: request.id };
      return auditedRead(runtime, look, async (tx) => {
        const standing = await standingRecord(tx, runtime, recordId);
        const { findings, good, attested } = await checkCorrection(tx, runtime, standing, cells);
        const { publication, workdays, clock } = runtime;
        const about = good && { item: standing.item, values: good.values, attested, today: clock.today() };
        return {
          ok: good !== null && !good.otherSubject && good.takenBy === null && good.changedFields.length > 0,
          findings,
          changedFields: good?.changedFields ?? [],
          newKey: (good?.naturalKey ?? null) !== null,
          takenBy: good?.takenBy ?? null,
          otherParty: good?.otherSubject ?? false,
          publication: about && forecastPublication(publication, workdays, about),
        };
      });
    },
  });
}

interface Proposing {
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly content: CanonicalValue;
}

/** The same Idempotency-Key with the same content gives the proposal of the first time. */
async function propose(
  runtime: EntryRuntime,
  { actor, request, reply, content }: Proposing,
  work: (tx: Tx, step: Omit<Step, "reason">) => Promise<Proceeding>,
) {
  const at = runtime.clock.now();
  const once = { actor, key: idempotencyKeyOf(request), content: canonicalJson(content), at };
  const amendment = await inScopeOf(runtime.db, actor, async (tx) => {
    const id = await answerOnce<ProceedingId>(tx, once, async () => {
      const { proceedingId } = await work(tx, { actor, at, requestId: request.id });
      return proceedingId;
    });
    return readAmendment(tx, runtime, id, actor);
  });
  reply.code(202).header("location", `/api/v1/amendments/${amendment.proceedingId}`);
  return amendment;
}

function recordIdOf(text: string): RecordId {
  const recordId = parseId<RecordId>(text);
  if (!recordId) throw recordProblem("unknown-record");
  return recordId;
}

function dayOf(text: string | undefined): LocalDate | null {
  if (text === undefined) return null;
  const day = parseLocalDate(text);
  if (!day) throw entryProblem("day-of-change-needed");
  return day;
}
