import { listReachable, type AccountsRuntime } from "#accounts";
import type { Batch, OnBatchEnded } from "#ingest";
import { endOccasion, giveNotice, type Addressee, type DutySource, type NoticesRuntime } from "#notices";
import type { OnProceedingMoved, Procedure } from "#proceedings";
import { SYSTEM_ACTOR } from "../kernel/actor.ts";
import type { Grant } from "../kernel/permission.ts";
import type { Clock } from "../kernel/time.ts";
import type { Db } from "../platform/db/types.ts";
import type { Law } from "./law.ts";

/** Where proceedings of a procedure are decided. */
export interface ProceedingPlace {
  /** Path on the desk. */
  readonly link: string;
  /** By holders of the right in any body, or in the body of the proceeding. */
  readonly holders: "any-body" | "own-body";
}

/** Where proceedings are decided, by procedure; one that is not here is told of nowhere and is no line of Today. */
export const PROCEEDING_PLACES: Readonly<Record<string, ProceedingPlace>> = {
  "role-change": { link: "/people", holders: "any-body" },
  "account-recovery": { link: "/people", holders: "any-body" },
  "key-issue": { link: "/people", holders: "any-body" },
  "record-correction": { link: "/amendments", holders: "own-body" },
  "record-withdrawal": { link: "/amendments", holders: "own-body" },
  "monthly-table": { link: "/coverage/monthly", holders: "own-body" },
  "omission-answer": { link: "/omissions", holders: "own-body" },
  "count-attestation": { link: "/omissions", holders: "own-body" },
  "series-dismissal": { link: "/omissions", holders: "own-body" },
  "figure-dispute": { link: "/timeliness/disputes", holders: "any-body" },
};

export function noticesRuntime(parts: {
  readonly law: Law;
  readonly clock: Clock;
  readonly db: Db;
  readonly accounts: AccountsRuntime;
  readonly duties: readonly DutySource[];
}): NoticesRuntime {
  const { law, clock, db, accounts, duties } = parts;
  return {
    db,
    clock,
    catalogue: law.catalogue,
    workdays: law.workdays,
    noticeLaw: law.notices,
    duties,
    names: { procedure: (code) => law.procedures.get(code)?.title },
    recipientsOf: (to) => listReachable(accounts, to),
  };
}

/** Tells whoever handed a file in that rows of it were returned or wait, or that it was not taken at all. */
export function tellReporter(accounts: Pick<AccountsRuntime, "db">): OnBatchEnded {
  return async (tx, batch) => {
    const { batchId, counts, item, state, finishedAt } = batch;
    // Rows on natural persons wait for the platform, not for anybody at a desk.
    const review = (counts?.review ?? 0) - (counts?.held ?? 0);
    const rejected = counts?.rejected ?? 0;
    if (finishedAt === null || (state === "done" && review + rejected === 0)) return;
    const to = await reporterOf(accounts, batch);
    if (!to) return;
    const told =
      state === "done"
        ? { kind: "batch-returned", params: { item, rows: counts?.rows ?? 0, rejected, review } }
        : { kind: "batch-refused", params: { item } };
    await giveNotice(tx, {
      ...told,
      to,
      link: `/report/${batchId}`,
      occasion: `batch ${batchId} ended`,
      at: finishedAt,
    });
  };
}

/** The person who handed it in; for a program, those of its body who report. Of the machine's own files nobody is told. */
async function reporterOf(
  accounts: Pick<AccountsRuntime, "db">,
  { uploadedBy, body }: Batch,
): Promise<Addressee | null> {
  if ((await listReachable(accounts, { person: uploadedBy })).length > 0) return { person: uploadedBy };
  return body === null ? null : { grant: "batches:report", body };
}

/** Tells those who may decide of what was proposed, and who proposed it of what became of it. */
export function tellProceeding(procedures: ReadonlyMap<string, Procedure>): OnProceedingMoved {
  return async (tx, { proceedingId, procedure: name, body, state, openedBy, endedAt, decidedBy }, { at }) => {
    const procedure = procedures.get(name);
    const place = PROCEEDING_PLACES[name];
    // The first of a role is founded by the platform: there is nobody to tell yet.
    if (!procedure || !place || openedBy === SYSTEM_ACTOR.id) return;
    const common = { params: { procedure: name }, link: place.link, at };
    const opened = `proceeding ${proceedingId} opened`;
    if (state === procedure.initial) {
      for (const grant of decidingGrants(procedure))
        await giveNotice(tx, {
          ...common,
          kind: "proposal-opened",
          to: { grant, body: place.holders === "own-body" ? body : null, causedBy: openedBy },
          occasion: opened,
        });
      return;
    }
    if (endedAt !== null) await endOccasion(tx, opened, at);
    if (decidedBy !== null) {
      const kind = state === "approved" ? "proposal-approved" : "proposal-ended";
      await giveNotice(tx, {
        ...common,
        kind,
        to: { person: openedBy },
        occasion: `proceeding ${proceedingId} decided`,
      });
    }
  };
}

/** The rights by which somebody else decides what was opened. */
export function decidingGrants({ acts, initial }: Procedure): readonly Grant[] {
  return [
    ...new Set(acts.filter(({ by, from }) => by === "another" && from.includes(initial)).map((act) => act.grant)),
  ];
}
