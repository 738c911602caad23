import type { FastifyInstance, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { recordAudit } from "#audit";
import {
  allowedActs,
  findProceeding,
  listEvents,
  isOverdue,
  listProceedings,
  proceedingProblem,
  reasonsOf,
  type Proceeding,
  type Step,
} from "#proceedings";
import type { Actor } from "../../kernel/actor.ts";
import { parseId, type PersonId, type ProceedingId } from "../../kernel/ids.ts";
import { inScope } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { httpProblem } from "../../platform/http/http.problems.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { pageCursor, pageLimit, pageOf } from "../../platform/http/list-query.ts";
import { registerRoute } from "../../platform/http/route.ts";
import {
  DecidedSchema,
  InvitedSchema,
  InviteSchema,
  KeysSchema,
  MadeKeySchema,
  NewKeySchema,
  PeopleSchema,
  ProceedingHistorySchema,
  ProceedingSchema,
  ProceedingsSchema,
  ReasonSchema,
  RoleChangeSchema,
} from "./accounts.contract.ts";
import { accountProblem } from "./accounts.problems.ts";
import type { AccountsRuntime } from "./accounts-runtime.ts";
import { listKeys, type KeyId } from "./api-keys.store.ts";
import { makeKey, withdrawKey } from "./manage-keys.ts";
import { decideAccessChange, invitePerson, proposeRecovery, proposeRoleChange } from "./manage-people.ts";
import { listPeople } from "./people.store.ts";

/** The procedures by which access changes. */
const ACCESS_CHANGES = ["role-change", "account-recovery", "key-issue"];
const NONE = Type.Object({}, { additionalProperties: false });
const JSON_BODY = ["application/json"];
const PersonParams = Type.Object({ personId: Type.String({ description: "人员编号 / UUID of the person" }) });

/** People, their roles and the keys of programs. Every change of a role takes two people. */
export function registerPeopleRoutes(app: FastifyInstance, runtime: AccountsRuntime): void {
  registerPeople(app, runtime);
  registerInvitations(app, runtime);
  registerRoleChanges(app, runtime);
  registerDecisions(app, runtime);
  registerActs(app, runtime);
  registerKeys(app, runtime);
}

function registerPeople(app: FastifyInstance, runtime: AccountsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/people",
    permission: "people:read",
    tag: "accounts",
    summary: { zh: "人员及其角色", en: "People and their roles" },
    params: NONE,
    query: Type.Object({ limit: pageLimit(50, 200), cursor: pageCursor() }, { additionalProperties: false }),
    response: { 200: PeopleSchema },
    handle: async ({ query, actor, request }) => {
      const found = await looked(runtime, actor, request, "accounts/list-people", (tx) =>
        listPeople(tx, query.cursor ?? null, query.limit + 1),
      );
      return pageOf(found, query.limit, (person) => person.userName.toLowerCase());
    },
  });
}

function registerInvitations(app: FastifyInstance, runtime: AccountsRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/people",
    permission: "people:propose",
    tag: "accounts",
    summary: {
      zh: "邀请人员并提出首个角色（经另一人批准后生效）",
      en: "Invite a person and propose a first role (in force once another person approved it)",
    },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 201: InvitedSchema },
    handle: async ({ actor, request, reply }) => {
      const { reason, ...person } = await readJsonBody(request, InviteSchema);
      const step = stepOf(runtime, actor, request, reason);
      const invited = await invitePerson(runtime, person, step);
      reply.code(201);
      return { ...invited, proceeding: toResource(runtime, invited.proceeding, actor) };
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/people/:personId/recovery",
    permission: "people:propose",
    tag: "accounts",
    summary: {
      zh: "提出重新邀请（找回账号）：提出人得邀请的一半，批准人得另一半",
      en: "Propose a further invitation (account recovery): one half now, the other to whoever approves it",
    },
    params: PersonParams,
    query: NONE,
    consumes: JSON_BODY,
    response: { 201: InvitedSchema },
    handle: async ({ params, actor, request, reply }) => {
      const { reason } = await readJsonBody(request, ReasonSchema);
      const personId = personIdOf(params.personId);
      const proposed = await proposeRecovery(runtime, personId, stepOf(runtime, actor, request, reason));
      reply.code(201);
      return { ...proposed, proceeding: toResource(runtime, proposed.proceeding, actor) };
    },
  });
}

function registerRoleChanges(app: FastifyInstance, runtime: AccountsRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/people/:personId/roles",
    permission: "people:propose",
    tag: "accounts",
    summary: { zh: "提出授予或收回角色", en: "Propose to give or take a role" },
    params: PersonParams,
    query: NONE,
    consumes: JSON_BODY,
    response: { 201: ProceedingSchema },
    handle: async ({ params, actor, request, reply }) => {
      const { reason, ...change } = await readJsonBody(request, RoleChangeSchema);
      const personId = personIdOf(params.personId);
      const step = stepOf(runtime, actor, request, reason);
      const proceeding = await proposeRoleChange(runtime, { personId, ...change }, step);
      reply.code(201);
      return toResource(runtime, proceeding, actor);
    },
  });
}

/** Proposed changes and what became of them. */
function registerDecisions(app: FastifyInstance, runtime: AccountsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/access-changes",
    permission: "people:read",
    tag: "accounts",
    summary: { zh: "角色变更、重新邀请和密钥，最近的在前", en: "Changes of roles, recoveries and keys, newest first" },
    params: NONE,
    query: Type.Object(
      {
        open: Type.Boolean({ default: false, description: "只列待审批的 / only those that wait" }),
        closed: Type.Boolean({ default: false, description: "只列已办结的 / only those that have ended" }),
        person: Type.Optional(
          Type.String({ maxLength: 36, description: "只列关于此人的 / only those about this person (UUID)" }),
        ),
        limit: pageLimit(50, 200),
        cursor: pageCursor(),
      },
      { additionalProperties: false },
    ),
    response: { 200: ProceedingsSchema },
    handle: async ({ query, actor, request }) => {
      const before = query.cursor === undefined ? null : cursorOf(query.cursor);
      const { open, closed, person } = query;
      const target = person === undefined ? null : personIdOf(person);
      const filter = { procedures: ACCESS_CHANGES, open, closed, target };
      return looked(runtime, actor, request, "accounts/list-access-changes", async (tx) => {
        const found = await listProceedings(tx, filter, before, query.limit + 1);
        const { items, next } = pageOf(found, query.limit, (proceeding) => proceeding.proceedingId);
        const reasons = await reasonsOf(
          tx,
          items.map(({ proceedingId }) => proceedingId),
        );
        return {
          items: items.map((one) => ({ ...toResource(runtime, one, actor), ...reasons.get(one.proceedingId) })),
          next,
        };
      });
    },
  });
  registerRoute(app, {
    method: "GET",
    path: "/access-changes/:proceedingId",
    permission: "people:read",
    tag: "accounts",
    summary: { zh: "一项变更及其全部步骤", en: "One change with every step of it" },
    params: Type.Object({ proceedingId: Type.String() }),
    query: NONE,
    response: { 200: ProceedingHistorySchema },
    handle: async ({ params, actor, request }) => {
      const proceedingId = proceedingIdOf(params.proceedingId);
      return looked(runtime, actor, request, "accounts/read-access-change", async (tx) => {
        const proceeding = await findProceeding(tx, proceedingId);
        if (!proceeding) throw proceedingProblem("unknown-proceeding");
        return { ...toResource(runtime, proceeding, actor), events: await listEvents(tx, proceedingId) };
      });
    },
  });
}

function registerActs(app: FastifyInstance, runtime: AccountsRuntime): void {
  registerRoute(app, {
    method: "POST",
    path: "/access-changes/:proceedingId/:act",
    permission: "signed-in",
    tag: "accounts",
    summary: {
      zh: "办理角色变更或重新邀请：批准、不予批准、撤回",
      en: "Approve, refuse or take back a change of roles or a recovery",
    },
    params: Type.Object({
      proceedingId: Type.String(),
      act: Type.String({ description: "approve, refuse, take-back" }),
    }),
    query: NONE,
    consumes: JSON_BODY,
    response: { 200: DecidedSchema },
    handle: async ({ params, actor, request }) => {
      const { reason } = await readJsonBody(request, ReasonSchema);
      const proceedingId = proceedingIdOf(params.proceedingId);
      const step = stepOf(runtime, actor, request, reason);
      const { proceeding, invitation } = await decideAccessChange(runtime, proceedingId, params.act, step);
      return { ...toResource(runtime, proceeding, actor), invitation };
    },
  });
}

function registerKeys(app: FastifyInstance, runtime: AccountsRuntime): void {
  registerRoute(app, {
    method: "GET",
    path: "/keys",
    permission: "keys:manage",
    tag: "accounts",
    summary: { zh: "各单位程序的密钥", en: "Keys of programs" },
    params: NONE,
    query: NONE,
    response: { 200: KeysSchema },
    handle: async ({ actor, request }) => ({
      items: await looked(runtime, actor, request, "accounts/list-keys", listKeys),
    }),
  });
  registerRoute(app, {
    method: "POST",
    path: "/keys",
    permission: "keys:manage",
    tag: "accounts",
    summary: { zh: "为单位的程序制发密钥", en: "Make a key for a program of a body" },
    params: NONE,
    query: NONE,
    consumes: JSON_BODY,
    response: { 201: MadeKeySchema },
    handle: async ({ actor, request, reply }) => {
      const { reason, ...wanted } = await readJsonBody(request, NewKeySchema);
      const made = await makeKey(runtime, wanted, stepOf(runtime, actor, request, reason));
      reply.code(201);
      return { ...made, proceeding: toResource(runtime, made.proceeding, actor) };
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/keys/:keyId/end",
    permission: "keys:manage",
    tag: "accounts",
    summary: { zh: "停用密钥，立即生效", en: "End a key at once" },
    params: Type.Object({ keyId: Type.String() }),
    query: NONE,
    response: { 204: Type.Null() },
    handle: async ({ params, actor, request, reply }) => {
      const keyId = parseId<KeyId>(params.keyId);
      if (!keyId) throw accountProblem("unknown-key");
      await withdrawKey(runtime, keyId, { actor, requestId: request.id });
      return reply.code(204).send();
    },
  });
}

/** A read of what is not public, with its entry in the trail. */
function looked<Found>(
  { db, clock }: AccountsRuntime,
  actor: Actor,
  request: FastifyRequest,
  action: string,
  read: (tx: Tx) => Promise<Found>,
): Promise<Found> {
  return inScope(db, async (tx) => {
    await recordAudit(tx, { at: clock.now(), actor, action, target: "accounts", detail: {}, requestId: request.id });
    return read(tx);
  });
}

function toResource(runtime: AccountsRuntime, proceeding: Proceeding, actor: Actor) {
  const procedure = runtime.procedures.get(proceeding.procedure);
  const isOpen = procedure !== undefined && !isOverdue(procedure, proceeding, runtime.clock.now());
  return { ...proceeding, allowed: isOpen ? allowedActs(procedure, proceeding, actor) : [] };
}

function stepOf({ clock }: AccountsRuntime, actor: Actor, request: FastifyRequest, reason: string): Step {
  return { actor, at: clock.now(), reason, requestId: request.id };
}

function personIdOf(text: string): PersonId {
  const personId = parseId<PersonId>(text);
  if (!personId) throw accountProblem("unknown-person");
  return personId;
}

function proceedingIdOf(text: string): ProceedingId {
  const id = parseId<ProceedingId>(text);
  if (!id) throw proceedingProblem("unknown-proceeding");
  return id;
}

function cursorOf(text: string): ProceedingId {
  const id = parseId<ProceedingId>(text);
  if (!id) throw httpProblem("unreadable-cursor");
  return id;
}
