import type { CatalogueItem } from "#catalogue";
import type { OnRecordsRehomed } from "#records";
import type { Annotate } from "./judge-table.ts";
import type { IngestRuntime } from "./run-batch.ts";

/** What judging needs beside the transaction; built once by src/app. */
export interface JudgingRuntime extends Pick<IngestRuntime, "db" | "catalogue" | "keyring" | "subscribers" | "clock"> {
  /** What downstream modules work out about a row, here anew for the day of the judgement. */
  readonly annotatorOf: (item: CatalogueItem) => Annotate;
  /** Who must follow records that go to another subject. */
  readonly followers: readonly OnRecordsRehomed[];
}
