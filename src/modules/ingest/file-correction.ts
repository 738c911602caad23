import type { CatalogueItem } from "#catalogue";
import { correctRecord, type Amendment, type FullHead, type NewVersion } from "#records";
import {
  findSubjectsByUscc,
  foldName,
  insertNames,
  isPersonalTradeName,
  shareSubjects,
  subjectKindOf,
} from "#subjects";
import type { Actor } from "../../kernel/actor.ts";
import type { Instant } from "../../kernel/time.ts";
import { asPlatform } from "../../platform/db/scope.ts";
import type { Tx } from "../../platform/db/types.ts";
import { seal } from "../../platform/keyring.ts";
import { correctNames } from "./correct-names.ts";
import { publishAnew } from "./file-judged-row.ts";
import type { JudgingRuntime } from "./judging-runtime.ts";
import { nameChange, nameKeysOf } from "./name-change.ts";
import { parseValues, readClaim } from "./open-waiting-row.ts";

/** A correction that was proposed by one person and is approved by another. */
export interface ApprovedCorrection {
  readonly head: FullHead;
  /** The whole content as it is to be: canonical JSON, and its identity numbers in clear. */
  readonly payload: string;
  readonly identity: string | null;
  readonly naturalKey: Uint8Array | null;
  /** A severity that the rules propose counts, as it did before. */
  readonly attested: boolean;
  readonly amendment: Amendment;
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Instant;
  readonly requestId?: string;
}

/**
 * Files an approved correction as intake would file a corrected row: the version, what publication works out about it
 * anew, and the names that it brings or takes.
 * @throws Problem records/already-ended, records/key-taken
 */
export async function fileCorrection(
  tx: Tx,
  runtime: JudgingRuntime,
  item: CatalogueItem,
  correction: ApprovedCorrection,
): Promise<NewVersion> {
  const { head, payload, identity, at, actor, attested } = correction;
  await shareSubjects(tx);
  const values = parseValues(payload);
  const claim = readClaim(item, values);
  const content = parseContent(payload);
  const version = await correctRecord(tx, {
    ...correction,
    payload: content,
    sealed: identity === null ? null : seal(runtime.keyring, Buffer.from(identity, "utf8"), head.recordId),
    decisionDate: claim.decisionDate,
    documentNumber: claim.documentNumber,
  });
  const filed = { item: head.item, edition: head.edition, batchId: null, knownFrom: at, actor };
  await publishAnew(tx, runtime, { ...filed, version, values, isNew: false, attested });
  const renamed = nameChange(nameKeysOf(item), head.subjectId, head.payload ?? {}, content);
  if (renamed) {
    // Names are kept for all bodies, whoever brings them.
    await asPlatform(tx, async () => {
      await learnName(tx, head, claim);
      await correctNames(tx, [renamed], { item: head.item, namesSubject: item.namesSubject, knownFrom: at });
    });
  }
  return version;
}

/** As at intake only a code teaches its subject a name. */
async function learnName(
  tx: Tx,
  { subjectId, headBatch }: FullHead,
  { uscc, name, operator, decisionDate: from }: ReturnType<typeof readClaim>,
): Promise<void> {
  const known = uscc === null ? null : (await findSubjectsByUscc(tx, [uscc])).get(uscc);
  if (uscc === null || known?.subjectId !== subjectId || known.names.has(foldName(name))) return;
  const kind = subjectKindOf(uscc);
  const searchable = kind !== "sole_trader" || !isPersonalTradeName(name, operator);
  await insertNames(tx, [{ subjectId, name, uscc, kind, from, registeredFrom: null, searchable }], headBatch);
}

function parseContent(payload: string): Parameters<typeof correctRecord>[1]["payload"] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: intake printed it from an object
  return JSON.parse(payload) as Parameters<typeof correctRecord>[1]["payload"];
}
