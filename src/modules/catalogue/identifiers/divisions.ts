import { Type } from "typebox";
import { Compile } from "typebox/compile";
import type { Text } from "../../../kernel/text.ts";
import { CatalogueError } from "../catalogue-fault.ts";
import type { Citation } from "../catalogue-item.ts";

/** A place of data/divisions.json. */
export interface Division {
  /** GB/T 2260 (6 digits), of towns GB/T 10114 (9 digits), or a code of the platform's own. */
  readonly code: string;
  readonly name: Text;
  readonly parent: string | null;
  /** False for codes that the platform gave because the standard has none. */
  readonly standard: boolean;
  readonly verified: boolean;
}

export interface Divisions {
  readonly citation: Citation;
  readonly divisions: readonly Division[];
}

const closed = { additionalProperties: false } as const;
const TEXT = Type.Object({ zh: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed);

export const DIVISIONS_SCHEMA = Type.Object(
  {
    $schema: Type.Optional(Type.String()),
    citation: Type.Object(
      {
        title: Type.String({ minLength: 1 }),
        locator: Type.Optional(Type.String()),
        number: Type.Optional(Type.String()),
        verified: Type.Boolean(),
        note: Type.Optional(Type.String()),
      },
      closed,
    ),
    divisions: Type.Array(
      Type.Object(
        {
          code: Type.String({ pattern: "^\\d{6}(\\d{3})?$" }),
          name: TEXT,
          parent: Type.Union([Type.String({ pattern: "^\\d{6}$" }), Type.Null()]),
          standard: Type.Boolean({ description: "false: the platform's own code, the standard has none" }),
          verified: Type.Boolean(),
        },
        closed,
      ),
    ),
  },
  { ...closed, $schema: "https://json-schema.org/draft/2020-12/schema", title: "Divisions that the platform names" },
);

const shape = Compile(DIVISIONS_SCHEMA);

/**
 * Reads data/divisions.json.
 * @throws CatalogueError when the shape is wrong, a code stands twice or a parent is missing
 */
export function parseDivisions(json: unknown, file = "divisions.json"): Divisions {
  if (!shape.Check(json)) {
    throw new CatalogueError(
      shape.Errors(json).map((error) => ({ file, pointer: error.instancePath, message: error.message })),
    );
  }
  const codes = new Set(json.divisions.map((division) => division.code));
  const faults = json.divisions.flatMap((division, at) => {
    const pointer = `/divisions/${at}`;
    const twice = json.divisions.findIndex((other) => other.code === division.code) !== at;
    return [
      ...(twice ? [{ file, pointer: `${pointer}/code`, message: `${division.code} stands twice` }] : []),
      ...(division.parent !== null && !codes.has(division.parent)
        ? [{ file, pointer: `${pointer}/parent`, message: `there is no division ${division.parent}` }]
        : []),
    ];
  });
  if (faults.length > 0) throw new CatalogueError(faults);
  return { citation: json.citation, divisions: json.divisions };
}
