import { recordAudit } from "#audit";
import { maskPersonalNumbers } from "#catalogue";
import {
  documentProblem,
  findDocument,
  insertServiceStatements,
  listServiceStatements,
  lockDocuments,
  type StoredServiceStatement,
} from "#documents";
import { findRecordPlace, recordProblem } from "#records";
import type { Actor } from "../../kernel/actor.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { dateOf, type Instant, type LocalDate } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { publishProblem } from "./publish.problems.ts";
import { wasPublic } from "./service.store.ts";
import { settleServices, type ServiceLaw } from "./settle-services.ts";

export interface StateService {
  readonly recordId: RecordId;
  /** Null: the decision is not served yet. */
  readonly servedOn: LocalDate | null;
  /** Number of the attached paper that proves it. */
  readonly document: number | null;
  readonly note: string | null;
  readonly actor: Actor;
  readonly at: Instant;
  readonly requestId: string;
}

/**
 * Takes up what a body says about the service of its decision (data/rules/service.json): not served holds the record and
 * stops its term, the day of service lets it go. What has been public is not taken off the register by one person. The newest statement once more changes nothing.
 * @throws Problem records/unknown-record, records/already-ended, publish/served-before-decision, publish/served-in-future,
 *   publish/reason-needed, publish/already-public, documents/unknown-document
 */
export async function stateService(tx: Tx, law: ServiceLaw, command: StateService): Promise<void> {
  const { recordId, servedOn, document, actor, at } = command;
  const note = command.note === null ? null : maskPersonalNumbers(command.note).text;
  const place = await findRecordPlace(tx, recordId);
  if (!place) throw recordProblem("unknown-record");
  if (place.state !== "active") throw recordProblem("already-ended");
  if (servedOn !== null && servedOn < place.decisionDate) throw publishProblem("served-before-decision");
  if (servedOn !== null && servedOn > dateOf(at)) throw publishProblem("served-in-future");
  if (servedOn === null && (note ?? "").length < 2) throw publishProblem("reason-needed");
  if (servedOn === null && (await wasPublic(tx, recordId))) throw publishProblem("already-public");
  await lockDocuments(tx, recordId);
  if (document !== null && !(await findDocument(tx, recordId, document))) throw documentProblem("unknown-document");
  const newest = (await listServiceStatements(tx, [recordId])).at(-1);
  if (newest && says(newest, { ...command, note })) return;
  const { sourceBody } = place;
  const statement = { recordId, sourceBody, servedOn, document, note, statedBy: actor.id, statedAt: at };
  await insertServiceStatements(tx, [statement]);
  await settleServices(tx, law, [recordId], at);
  await recordAudit(tx, {
    at,
    actor,
    action: "publish/state-service",
    target: recordId,
    detail: { servedOn, document },
    requestId: command.requestId,
  });
}

function says(statement: StoredServiceStatement, { servedOn, document, note }: StateService): boolean {
  return statement.servedOn === servedOn && statement.document === document && statement.note === note;
}
