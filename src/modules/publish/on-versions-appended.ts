import type { ChangeSet, RehomedRecords } from "#records";
import type { Tx } from "../../platform/db/types.ts";
import { parsePlan } from "./publication-plan.ts";
import { filePublications, movePublications } from "./publications.store.ts";

/**
 * Files the publications of freshly appended versions, in the transaction that appended them. The plan was worked out in
 * the reader thread and comes as the row's annotation. Gives counts: "public", or the reason of the hold.
 */
export async function onVersionsAppended(tx: Tx, changes: ChangeSet): Promise<Readonly<Record<string, number>>> {
  const planned = changes.versions.map(({ annotation, ...version }) => ({ ...version, plan: parsePlan(annotation) }));
  return filePublications(tx, planned, { at: changes.knownFrom, unserved: changes.unserved !== null });
}

/** Lets publications follow records that go to another subject. Gives counts: "publication:" with what they are. */
export async function onRecordsRehomed(tx: Tx, rehomed: RehomedRecords): Promise<Readonly<Record<string, number>>> {
  const moved = await movePublications(tx, rehomed);
  return Object.fromEntries(Object.entries(moved).map(([outcome, count]) => [`publication:${outcome}`, count]));
}
