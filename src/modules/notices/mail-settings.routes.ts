import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { auditedRead, recordAudit } from "#audit";
import type { Actor } from "../../kernel/actor.ts";
import { inScopeOf } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { readJsonBody } from "../../platform/http/json-body.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { findLastFailure, findMailSettings, putMailSettings } from "./mails.store.ts";
import { MailSettingsSchema, NewMailSettingsSchema } from "./notices.contract.ts";
import { noticeProblem } from "./notices.problems.ts";
import type { NoticesRuntime } from "./notices-runtime.ts";

const NONE = Type.Object({}, { additionalProperties: false });

/** Where somebody wants notices by mail, and whether. `enabled`: the platform has a mail server. */
export function registerMailSettings(app: FastifyInstance, runtime: NoticesRuntime, enabled: boolean): void {
  const read = async (tx: Tx, actor: Actor) => {
    const settings = await findMailSettings(tx, actor.id);
    const [self] = (settings?.address ?? null) === null ? await runtime.recipientsOf({ person: actor.id }) : [];
    const failure = await findLastFailure(tx, actor.id);
    return {
      enabled,
      address: settings?.address ?? self?.knownAddress ?? null,
      wanted: settings?.wanted ?? true,
      failure: failure && { at: failure.endedAt, fault: failure.fault },
    };
  };
  registerRoute(app, {
    method: "GET",
    path: "/session/mail",
    permission: "signed-in",
    tag: "notices",
    summary: { zh: "本人的邮件提醒设置", en: "Where you want notices by mail, and whether" },
    params: NONE,
    query: NONE,
    response: { 200: MailSettingsSchema },
    handle: ({ actor, request }) => {
      const look = { actor, action: "notices/read-mail-settings", target: actor.id, detail: {}, requestId: request.id };
      return auditedRead(runtime, look, (tx) => read(tx, actor));
    },
  });
  registerRoute(app, {
    method: "POST",
    path: "/session/mail",
    permission: "signed-in",
    tag: "notices",
    summary: { zh: "设置本人的邮件提醒", en: "Set where you want notices by mail, and whether" },
    params: NONE,
    query: NONE,
    consumes: ["application/json"],
    response: { 200: MailSettingsSchema },
    handle: async ({ actor, request }) => {
      const settings = await readJsonBody(request, NewMailSettingsSchema);
      if (actor.kind !== "person") throw noticeProblem("people-only");
      const at = runtime.clock.now();
      return inScopeOf(runtime.db, actor, async (tx) => {
        await putMailSettings(tx, actor.id, settings, at);
        // The address itself stays out of the trail.
        const detail = { wanted: settings.wanted, hasAddress: settings.address !== null };
        const entry = { action: "notices/set-mail", target: actor.id, detail, requestId: request.id };
        await recordAudit(tx, { at, actor, ...entry });
        return read(tx, actor);
      });
    },
  });
}
