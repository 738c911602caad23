/** One fault in the files of the catalogue: which file, where in it (RFC 6901), what. */
export interface CatalogueFault {
  readonly file: string;
  readonly pointer: string;
  readonly message: string;
}

/** The catalogue cannot be used. All faults are named at once, so that one reading mends them all. */
export class CatalogueError extends Error {
  readonly faults: readonly CatalogueFault[];

  constructor(faults: readonly CatalogueFault[]) {
    super(
      `数据目录有误 the law data has ${faults.length} fault(s):\n` +
        faults.map((fault) => `${fault.file}#${fault.pointer}: ${fault.message}`).join("\n"),
    );
    this.name = "CatalogueError";
    this.faults = faults;
  }
}
