import type { BatchId } from "../../kernel/ids.ts";
import { inScope } from "../../platform/db/scope.ts";
import { sweepSealedFiles, type Swept } from "../../platform/sweep-sealed-files.ts";
import { findExisting } from "./batches.store.ts";
import { rawFilesDirectory } from "./raw-file.ts";
import type { IngestRuntime } from "./run-batch.ts";

/** Removes what a killed upload left behind: unfinished files, and raw files that no batch names. */
export function sweepRawFiles({ db, clock, dataDirectory }: IngestRuntime): Promise<Swept> {
  return sweepSealedFiles<BatchId>(rawFilesDirectory(dataDirectory), clock.now(), (ids) =>
    inScope(db, (tx) => findExisting(tx, ids)),
  );
}
