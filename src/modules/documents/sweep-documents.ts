import { inScope } from "../../platform/db/scope.ts";
import { sweepSealedFiles, type Swept } from "../../platform/sweep-sealed-files.ts";
import type { DocumentStore } from "./attach-document.ts";
import { documentsDirectory } from "./document-file.ts";
import type { FileId } from "./document.ts";
import { findFiled } from "./documents.store.ts";

/** Removes what a killed upload left behind: unfinished files, and sealed ones that no document names. */
export function sweepDocuments({ db, clock, dataDirectory }: DocumentStore): Promise<Swept> {
  return sweepSealedFiles<FileId>(documentsDirectory(dataDirectory), clock.now(), (ids) =>
    inScope(db, (tx) => findFiled(tx, ids)),
  );
}
