import { recordAudit } from "#audit";
import { loadRowAnswers, type RowAnswers } from "#ingest";
import {
  loadCatalogue,
  loadWorkdays,
  syncCalendars,
  syncCatalogue,
  CatalogueError,
  type Catalogue,
  type Workdays,
} from "#catalogue";
import { loadProcedures, type Procedure } from "#proceedings";
import { deadlineOf, loadPublicationLaw, recountTerms, syncTerms, syncWindows, type PublicationLaw } from "#publish";
import { SYSTEM_ACTOR } from "../kernel/actor.ts";
import { systemClock, type LocalDate } from "../kernel/time.ts";
import { openDatabase } from "../platform/db/pool.ts";
import { isErrno } from "../platform/errno.ts";
import { OWNER_ROLE } from "../platform/db/roles.ts";
import { inScope } from "../platform/db/scope.ts";
import { StartError } from "../platform/start-error.ts";

/** All law data of one directory, loaded and checked. Never changes while a process runs. */
export interface Law {
  readonly catalogue: Catalogue;
  readonly workdays: Workdays;
  readonly publication: PublicationLaw;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly rowAnswers: RowAnswers;
  /** Last day of the usual term of publication (data/rules/deadlines.json) from a day, or the calendar file that is missing. */
  usualDeadline(from: LocalDate): { readonly due: LocalDate } | { readonly missing: string };
}

/** Loads the law data. @throws StartError that names every fault with file and place */
export async function loadLaw(directory: string): Promise<Law> {
  try {
    const [catalogue, workdays] = await Promise.all([loadCatalogue(directory), loadWorkdays(directory)]);
    const publication = await loadPublicationLaw(directory, catalogue, workdays);
    const procedures = await loadProcedures(directory);
    const rowAnswers = await loadRowAnswers(directory);
    return {
      catalogue,
      workdays,
      publication,
      procedures,
      rowAnswers,
      usualDeadline: (from) => deadlineOf(publication.deadlines, workdays, publication.deadlines.usual, from),
    };
  } catch (error) {
    if (isErrno(error, "ENOENT") || isErrno(error, "ENOTDIR")) throw lawMissing(directory, error);
    throw error instanceof CatalogueError ? lawFault(directory, error) : error;
  }
}

const loaded = new Map<string, Promise<Law>>();

/** The law data of a directory, loaded once: it never changes while a process runs. For threads that serve many requests. */
export function lawOf(directory: string): Promise<Law> {
  const law = loaded.get(directory) ?? loadLaw(directory);
  loaded.set(directory, law);
  return law;
}

/**
 * Writes bodies, editions, windows and calendars into the database as its owner, and counts ends and terms anew where an
 * edition or a calendar came or changed. @throws StartError where an edition was changed
 */
export async function syncLaw(adminUrl: string, law: Law): Promise<void> {
  const owner = openDatabase(adminUrl, { max: 1, applicationName: "mingxin-law", role: OWNER_ROLE });
  try {
    await inScope(owner.db, async (tx) => {
      const editions = await syncCatalogue(tx, law.catalogue);
      const windows = await syncWindows(tx, law.publication.windows);
      const years = await syncCalendars(tx, law.workdays);
      const terms = await syncTerms(tx, law.publication.deadlines);
      const touched = terms.length > 0 ? "all" : years;
      const recounted = await recountTerms(tx, law.catalogue, law.publication, touched);
      if (editions.length + windows.editions.length + years.length + terms.length === 0) return;
      const detail = {
        editions,
        windows: windows.editions,
        movedEnds: windows.moved,
        calendars: years,
        terms,
        recountedTerms: recounted,
      };
      await recordAudit(tx, {
        at: systemClock.now(),
        actor: SYSTEM_ACTOR,
        action: "app/sync-law",
        target: "law",
        detail,
      });
    });
  } catch (error) {
    throw error instanceof CatalogueError ? lawFault("data", error) : error;
  } finally {
    await owner.close();
  }
}

function lawFault(directory: string, error: CatalogueError): StartError {
  const faults = error.faults.map((fault) => `  ${fault.file}#${fault.pointer} ${fault.message}`).join("\n");
  return new StartError("law", {
    zh: `${directory} 中的规则数据有误，未启动：\n${faults}`,
    en: `The law data in ${directory} is faulty:\n${faults}`,
  });
}

function lawMissing(directory: string, error: unknown): StartError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StartError(
    "law",
    {
      zh: `${directory}（MINGXIN_LAW）中的规则数据不全，未启动：${reason}`,
      en: `The law data in ${directory} (MINGXIN_LAW) is not complete: ${reason}`,
    },
    error,
  );
}
