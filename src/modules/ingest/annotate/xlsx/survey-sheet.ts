import type { ReadLimits } from "../../decode/read-limits.ts";
import { columnOf, lastOf } from "../../decode/xlsx/references.rules.ts";
import type { ZipArchive } from "../../decode/xlsx/zip-archive.ts";
import { parseRaw, type RawListener, type RawTag } from "./raw-xml.ts";

/** What must be known of a sheet before its first byte is written again. */
export interface SheetSurvey {
  /** First column, from 1, behind everything that stands in the sheet. */
  readonly freeColumn: number;
  /** Relationship of the drawing that holds the shapes of existing comments, or null. */
  readonly legacyDrawing: string | null;
  /** Written in the namespaces of ISO/IEC 29500 strict. */
  readonly isStrict: boolean;
}

const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
/** A merged range as wide as the sheet is a title, and no reason to go past it. */
const WIDEST_MERGE = 1000;

/**
 * Reads a sheet once to the end: a part that is broken or too large is refused before anything was sent. Columns of ours
 * from an earlier round (`own`, from 0) count as free.
 */
export async function surveySheet(
  archive: ZipArchive,
  part: string,
  own: ReadonlySet<number>,
  limits: ReadLimits,
): Promise<SheetSurvey> {
  const survey = new Survey(own);
  await parseRaw(archive, part, survey, limits);
  return survey;
}

class Survey implements RawListener, SheetSurvey {
  legacyDrawing: string | null = null;
  isStrict = false;
  readonly #own: ReadonlySet<number>;
  #last = 0;
  #column = 0;
  #depth = 0;

  constructor(own: ReadonlySet<number>) {
    this.#own = own;
  }

  get freeColumn(): number {
    return this.#last + 1;
  }

  open(tag: RawTag): void {
    this.#depth += 1;
    switch (tag.local) {
      case "c": {
        const reference = tag.attributes["r"];
        this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
        return;
      }
      case "v":
      case "f":
      case "is":
        if (this.#column > this.#last && !this.#own.has(this.#column - 1)) this.#last = this.#column;
        return;
      case "row":
        this.#column = 0;
        return;
      case "mergeCell": {
        const { column } = lastOf(tag.attributes["ref"] ?? "");
        if (column <= WIDEST_MERGE && !this.#own.has(column - 1)) this.#last = Math.max(this.#last, column);
        return;
      }
      case "legacyDrawing":
        this.legacyDrawing = Object.entries(tag.attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? null;
        return;
      default:
        if (this.#depth === 1) this.isStrict = Object.values(tag.attributes).includes(STRICT);
    }
  }

  close(): void {
    this.#depth -= 1;
  }

  text(): void {
    // Only the places of cells count.
  }

  aside(): void {
    // Says nothing about places.
  }
}
