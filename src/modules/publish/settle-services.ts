import type { Catalogue } from "#catalogue";
import { insertServiceStatements, listServiceStatements } from "#documents";
import type { ChangeSet, OnVersionsAppended } from "#records";
import type { RecordId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";
import type { Tx } from "../../platform/db/types.ts";
import { pausesOf, serviceRuleOn, type ServiceStatement } from "./pause.rules.ts";
import { pausedDeadlineOf, termOf } from "./paused-term.rules.ts";
import type { PublicationLaw } from "./publication.rules.ts";
import { listServedPublications, setServices, type ServedPublication, type SettledService } from "./service.store.ts";

/** By which law a record's service is settled. */
export interface ServiceLaw {
  readonly catalogue: Catalogue;
  readonly law: PublicationLaw;
}

/** Works out anew, from all that was stated, what is held as not served and how the terms are paused. */
export async function settleServices(
  tx: Tx,
  law: ServiceLaw,
  records: readonly RecordId[],
  at: Instant,
): Promise<void> {
  const statements = Map.groupBy(await listServiceStatements(tx, records), (statement) => statement.recordId);
  const publications = await listServedPublications(tx, [...statements.keys()]);
  const settled = publications.map((publication) =>
    settle(
      publication,
      (statements.get(publication.recordId) ?? []).map(({ statedAt, servedOn }) => ({ at: statedAt, servedOn })),
      law,
    ),
  );
  await setServices(tx, settled, at);
}

function settle(
  { subjectId, recordId, item, decisionDate, firstPublicAt }: ServedPublication,
  statements: readonly ServiceStatement[],
  { catalogue, law }: ServiceLaw,
): SettledService {
  const unserved = firstPublicAt === null && statements.at(-1)?.servedOn === null;
  const deadline = catalogue.items.findLast((entry) => entry.item === item)?.publicity.deadline ?? null;
  if (deadline === null) return { subjectId, recordId, unserved, paused: [], dueOn: null, dueMissing: null };
  const rule = serviceRuleOn(law.services, item, decisionDate);
  const paused =
    rule?.pausesPublication === true
      ? pausesOf({ decidedOn: decisionDate, statements, firstPublicAt }, (pauses) =>
          pausedDeadlineOf(law, deadline, decisionDate, pauses),
        )
      : [];
  return { subjectId, recordId, unserved, paused, ...termOf(law, deadline, decisionDate, paused) };
}

const STATED_WITH_THE_FILE = "报送文件时声明尚未送达 / stated with the file";

/**
 * Follows versions: what was reported as not served gets the statement of whoever reported it, and a corrected day of decision
 * moves the pauses of what was stated before.
 */
export function serviceFollower(law: ServiceLaw): OnVersionsAppended {
  return async (tx, changes) => {
    await stateUnserved(tx, changes);
    const touched = changes.versions.filter(({ version }) => version > 1 || changes.unserved !== null);
    if (touched.length > 0)
      await settleServices(
        tx,
        law,
        touched.map(({ recordId }) => recordId),
        changes.knownFrom,
      );
    return {};
  };
}

async function stateUnserved(tx: Tx, { unserved, versions }: ChangeSet): Promise<void> {
  if (unserved === null) return;
  const { by: statedBy, at: statedAt } = unserved;
  const said = { servedOn: null, document: null, note: STATED_WITH_THE_FILE, statedBy, statedAt };
  // What is on file already is not held by a file: one person alone takes nothing off the register.
  const first = versions.filter(({ version }) => version === 1);
  // A file may hold a record twice; one statement is said of it.
  const bodies = new Map(first.map(({ recordId, sourceBody }) => [recordId, sourceBody]));
  await insertServiceStatements(
    tx,
    [...bodies].map(([recordId, sourceBody]) => ({ recordId, sourceBody, ...said })),
  );
}
