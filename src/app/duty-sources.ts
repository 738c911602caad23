import { listDutiesDue } from "#coverage";
import { countReviews, listReturned } from "#ingest";
import type { DutySource } from "#notices";
import { listSeries } from "#omissions";
import { allowedActs, listProceedings, type Procedure } from "#proceedings";
import { countHeld, countUndecided, deadlineOf } from "#publish";
import type { Grant } from "../kernel/permission.ts";
import type { Clock, LocalDate } from "../kernel/time.ts";
import { asPlatform } from "../platform/db/scope.ts";
import type { Tx } from "../platform/db/types.ts";
import type { Law } from "./law.ts";
import { decidingGrants, PROCEEDING_PLACES, type ProceedingPlace } from "./tell.ts";

/** Batches of one body that are shown as lines of their own. */
const RETURNED_BATCHES = 20;
const PROPOSALS = 200;
/** Reports that are due so soon are shown. */
const DAYS_AHEAD = 10;

/**
 * What somebody may have to do today, and what they are reminded of: one source for each duty of data/rules/reminders.json.
 * A further module adds its own here.
 */
export function dutySources(law: Law, clock: Clock): readonly DutySource[] {
  return [
    returnedRows,
    rowsInReview(law),
    undecidedDecisions,
    unservedDecisions,
    periodicReports(law, clock),
    missingNumbers,
    ...proposals(law),
  ];
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

/** What is held until its party has been served; somebody has to state the day, or the proof stays out. */
const unservedDecisions: DutySource = {
  duty: "unserved-decisions",
  grant: "documents:file",
  holders: "own-body",
  listOpen: async (tx) =>
    (await countHeld(tx)).map(({ sourceBody, count }) => ({ body: sourceBody, dueOn: null, count, link: "/held" })),
};

/** Months and quarters for which a body owes a report and has given neither records nor a zero report. */
function periodicReports({ catalogue }: Law, clock: Clock): DutySource {
  return {
    duty: "periodic-reports",
    grant: "coverage:report",
    holders: "own-body",
    listOpen: async (tx, asker) =>
      (await listDutiesDue(tx, catalogue, { asker, today: clock.today(), within: DAYS_AHEAD })).map(
        ({ body, item, period, dueOn }) => ({
          body,
          dueOn,
          count: 1,
          link: `/coverage/cell?${new URLSearchParams({ item, body, period }).toString()}`,
        }),
      ),
  };
}

/** Numbers that the sequences call for and that nobody has explained. */
const missingNumbers: DutySource = {
  duty: "missing-numbers",
  grant: "omissions:answer",
  holders: "own-body",
  listOpen: async (tx, { body }) =>
    (await listSeries(tx, { body, item: null })).map((series) => ({
      body: series.body,
      dueOn: null,
      count: series.open + series.unexplained,
      link: `/omissions/series/${series.seriesId}`,
      label: { zh: series.example, en: series.example },
    })),
};

/** Whatever was proposed and this person may decide: a source for each procedure and right, so that every line says what it is. */
function proposals({ procedures }: Law): DutySource[] {
  return Object.entries(PROCEEDING_PLACES).flatMap(([name, place]) => {
    const procedure = procedures.get(name);
    return procedure ? decidingGrants(procedure).map((grant) => proposalsOf(procedure, grant, place)) : [];
  });
}

function proposalsOf(procedure: Procedure, grant: Grant, { link, holders }: ProceedingPlace): DutySource {
  const filter = { procedures: [procedure.procedure], open: true };
  const others = procedure.acts.filter((act) => act.by === "another" && act.grant === grant).map(({ act }) => act);
  return {
    duty: "proposals",
    grant,
    // Each proceeding was looked at by its own: what is left is for this person.
    holders: "any-body",
    listOpen: async (tx, asker) => {
      const list = (of: Tx) => listProceedings(of, filter, null, PROPOSALS);
      // Who decides for any body has rows of their own body in scope only.
      const open = holders === "any-body" ? await asPlatform(tx, () => list(tx)) : await list(tx);
      const mine = open.filter(
        (one) =>
          (holders === "any-body" || one.body === asker.body) &&
          allowedActs(procedure, one, asker).some((act) => others.includes(act)),
      );
      return [{ body: null, dueOn: null, count: mine.length, link, label: procedure.title }];
    },
  };
}
