import type { FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import { Compile, type Validator } from "typebox/compile";
import { httpProblem } from "./http.problems.ts";

const MOST_BYTES = 1_048_576;

const validators = new WeakMap<TSchema, Validator>();

/** Reads a small JSON body and checks it. @throws Problem http/invalid-request, http/too-large */
export async function readJsonBody<const Schema extends TSchema>(
  request: FastifyRequest,
  schema: Schema,
): Promise<Static<Schema>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const body: AsyncIterable<Buffer> = request.raw;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw httpProblem("too-large");
    chunks.push(chunk);
  }
  return checked(parse(Buffer.concat(chunks).toString("utf8")), schema);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw httpProblem("invalid-request", {
      faults: [{ pointer: "body#", code: "json", detail: "not a JSON document" }],
      cause: error,
    });
  }
}

function checked<const Schema extends TSchema>(value: unknown, schema: Schema): Static<Schema> {
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  if (!validator.Check(value)) {
    const faults = validator.Errors(value).map((error) => ({
      pointer: `body#${error.instancePath}`,
      code: error.keyword,
      detail: error.message,
    }));
    throw httpProblem("invalid-request", { faults });
  }
  if (!isStorable(value)) {
    const detail = "holds U+0000 or half of a surrogate pair, which no text of ours can";
    throw httpProblem("invalid-request", { faults: [{ pointer: "body#", code: "text", detail }] });
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a parse: checked against the very schema above
  return value as Static<Schema>;
}

/** Whether every text of a JSON document can be kept by PostgreSQL. */
function isStorable(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\u0000");
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, part]) => isStorable(key) && isStorable(part));
}
