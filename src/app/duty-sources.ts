import { countReviews, listReturned } from "#ingest";
import type { DutySource } from "#notices";
import { allowedActs, listProceedings } from "#proceedings";
import { countUndecided, deadlineOf } from "#publish";
import type { LocalDate } from "../kernel/time.ts";
import { inScope } from "../platform/db/scope.ts";
import type { Db } from "../platform/db/types.ts";
import type { Law } from "./law.ts";
import { PROCEEDING_SCREENS } from "./tell.ts";

/** Batches of one body that are shown as lines of their own. */
const RETURNED_BATCHES = 20;
const PROPOSALS = 200;

/**
 * What somebody may have to do today, and what they are reminded of: one source for each duty of data/rules/reminders.json.
 * A further module adds its own here.
 */
export function dutySources(law: Law, db: Db): readonly DutySource[] {
  return [returnedRows, rowsInReview(law), undecidedDecisions, proposals(law, db)];
}

const returnedRows: DutySource = {
  duty: "returned-rows",
  grant: "batches:report",
  holders: "own-body",
  listOpen: async (tx, { body }) => {
    const batches = body === null ? [] : await listReturned(tx, body, RETURNED_BATCHES);
    return batches.map(({ batchId, fileName, open }) => ({
      body,
      dueOn: null,
      count: open,
      link: `/report/${batchId}`,
      label: { zh: fileName, en: fileName },
    }));
  },
};

/** Rows whose subject a person has to name; until then their decisions are not public, and the term runs. */
function rowsInReview({ catalogue, publication, workdays }: Law): DutySource {
  const dueOf = (item: string, decided: LocalDate): LocalDate | null => {
    const deadline = catalogue.items.findLast((one) => one.item === item)?.publicity.deadline ?? null;
    const due = deadline === null ? null : deadlineOf(publication.deadlines, workdays, deadline, decided);
    return due && "due" in due ? due.due : null;
  };
  return {
    duty: "rows-in-review",
    grant: "reviews:judge",
    holders: "any-body",
    listOpen: async (tx) =>
      (await countReviews(tx)).map(({ item, sourceBody, decisionDate, count }) => ({
        body: sourceBody,
        dueOn: decisionDate === null ? null : dueOf(item, decisionDate),
        count,
        link: "/review",
      })),
  };
}

const undecidedDecisions: DutySource = {
  duty: "unpublished-decisions",
  grant: "batches:report",
  holders: "own-body",
  listOpen: async (tx) =>
    (await countUndecided(tx)).map(({ sourceBody, dueOn, count }) => ({
      body: sourceBody,
      dueOn,
      count,
      link: `/timeliness/decisions?body=${encodeURIComponent(sourceBody)}`,
    })),
};

/** Whatever was proposed and this person may decide. Who decides on rights sees proposals about every body. */
function proposals({ procedures }: Law, db: Db): DutySource {
  return {
    duty: "proposals",
    grant: "people:decide",
    holders: "any-body",
    listOpen: async (_tx, asker) => {
      const filter = { procedures: Object.keys(PROCEEDING_SCREENS), open: true };
      const open = await inScope(db, (tx) => listProceedings(tx, filter, null, PROPOSALS));
      const decidable = open.filter((proceeding) => {
        const procedure = procedures.get(proceeding.procedure);
        const others = procedure?.acts.filter(({ by }) => by === "another").map(({ act }) => act) ?? [];
        return procedure !== undefined && allowedActs(procedure, proceeding, asker).some((act) => others.includes(act));
      });
      const byProcedure = Map.groupBy(decidable, ({ procedure }) => procedure);
      return [...byProcedure].flatMap(([name, waiting]) => {
        const [title, link] = [procedures.get(name)?.title, PROCEEDING_SCREENS[name]];
        return title === undefined || link === undefined
          ? []
          : [{ body: null, dueOn: null, count: waiting.length, link, label: title }];
      });
    },
  };
}
