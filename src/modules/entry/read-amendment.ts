import { fieldLabel, valueInWords, type Catalogue, type CatalogueItem, type Field, type RowValues } from "#catalogue";
import { allowedActs, listEvents } from "#proceedings";
import { explainTerm, forecastPublication } from "#publish";
import { findHead, historyOf } from "#records";
import type { Actor } from "../../kernel/actor.ts";
import type { ProceedingId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/text.ts";
import type { Tx } from "../../platform/db/types.ts";
import { findAmendment, findContent, type Amendment } from "./amendments.store.ts";
import { entryProblem } from "./entry.problems.ts";
import type { EntryRuntime } from "./entry-runtime.ts";
import { clockOf } from "./ground.ts";
import { isAttested } from "./propose-amendment.ts";

/** An amendment as the API shows it: with its ground in words and what this actor may do. */
export function toAmendment({ grounds, procedures }: EntryRuntime, amendment: Amendment, actor: Actor) {
  const procedure = procedures.get(`record-${amendment.kind}`);
  const { state, openedBy, recordId, ground } = amendment;
  return {
    ...amendment,
    groundTitle: grounds.get(ground)?.title ?? { zh: ground, en: ground },
    allowed: procedure ? allowedActs(procedure, { state, openedBy, target: recordId }, actor) : [],
  };
}

/** @throws Problem entry/unknown-amendment */
export async function readAmendment(tx: Tx, runtime: EntryRuntime, proceedingId: ProceedingId, actor: Actor) {
  const amendment = await findAmendment(tx, proceedingId);
  if (!amendment) throw entryProblem("unknown-amendment");
  return toAmendment(runtime, amendment, actor);
}

/**
 * One proposal with the difference that it makes to the version it was made on, what would become of publication, the
 * statutory term, and every step. @throws Problem entry/unknown-amendment
 */
export async function readAmendmentDetail(tx: Tx, runtime: EntryRuntime, proceedingId: ProceedingId, actor: Actor) {
  const amendment = await readAmendment(tx, runtime, proceedingId, actor);
  const { recordId, item: code, edition, baseVersion, kind, ground, changedOn } = amendment;
  const item = runtime.catalogue.getItem(code, edition);
  const head = await findHead(tx, recordId);
  if (!item || !head) throw entryProblem("unknown-amendment");
  const { payload, naturalKey } = await findContent(tx, proceedingId);
  const after = payload === null ? null : parseContent(payload);
  const base = (await historyOf(tx, recordId, null)).find(({ version }) => version === baseVersion);
  const deadline = clockOf(runtime.grounds.get(ground), code);
  const { publication, workdays, clock } = runtime;
  const about = after && { item, values: after, attested: await isAttested(tx, head), today: clock.today() };
  return {
    ...amendment,
    stale: amendment.state === "proposed" && (head.version !== baseVersion || head.state !== "active"),
    changes:
      kind === "withdrawal"
        ? []
        : changesOf(
            runtime.catalogue,
            item,
            { before: base?.payload ?? {}, after: after ?? {} },
            amendment.changedFields,
          ),
    newKey: naturalKey !== null,
    term:
      deadline === null || changedOn === null
        ? null
        : explainTerm(publication.deadlines, workdays, deadline, changedOn),
    publication: about && forecastPublication(publication, workdays, about),
    events: await listEvents(tx, proceedingId),
  };
}

interface Contents {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What differs, in words and in the order of the item's fields. */
function changesOf(catalogue: Catalogue, item: CatalogueItem, { before, after }: Contents, changed: readonly string[]) {
  return item.fields
    .filter(({ key }) => changed.includes(key))
    .map((field) => ({
      field: field.key,
      title: fieldLabel(field),
      before: inWords(catalogue, field, before[field.key]),
      after: inWords(catalogue, field, after[field.key]),
    }));
}

/** Of an identity number a stored content holds the masked form. */
function inWords(catalogue: Catalogue, field: Field, value: unknown): Text | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "object" && "masked" in value) return { zh: String(value.masked), en: String(value.masked) };
  if (typeof value === "string" || typeof value === "number") return valueInWords(catalogue, field, value);
  return Array.isArray(value) ? valueInWords(catalogue, field, value.map(String)) : null;
}

function parseContent(payload: string): RowValues {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: intake printed it from a row's values
  return JSON.parse(payload) as RowValues;
}
