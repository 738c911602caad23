/** One place of a request that is wrong. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

interface Parts {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly trace: string | null;
  readonly faults: readonly Fault[];
  readonly retryAfter: number | null;
}

/** What the API refuses, as its problem document (RFC 9457) tells; status 0 where no answer came at all. */
export class ApiProblem extends Error implements Parts {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Number of the request, for asking about it. */
  readonly trace: string | null;
  readonly faults: readonly Fault[];
  /** Seconds after which to try again. */
  readonly retryAfter: number | null;

  constructor(parts: Parts, options?: ErrorOptions) {
    super(`${parts.title}: ${parts.detail}`, options);
    this.name = "ApiProblem";
    this.type = parts.type;
    this.title = parts.title;
    this.status = parts.status;
    this.detail = parts.detail;
    this.trace = parts.trace;
    this.faults = parts.faults;
    this.retryAfter = parts.retryAfter;
  }

  /** Module and code, e.g. `ingest/unknown-item`; empty where the answer was no problem document. */
  get code(): string {
    return this.type.replace(/^\/problems\//, "");
  }
}

/** Reads a problem document; whatever else came back becomes a problem without words, for the surface to put into some. */
export function problemOf(content: unknown, status: number): ApiProblem {
  const wait = memberOf(content, "retryAfter");
  return new ApiProblem({
    type: textOf(content, "type"),
    title: textOf(content, "title"),
    status,
    detail: textOf(content, "detail"),
    trace: textOf(content, "instance").replace(/^urn:uuid:/, "") || null,
    faults: faultsOf(memberOf(content, "errors")),
    retryAfter: typeof wait === "number" ? wait : null,
  });
}

/** No answer came: the network or the server is gone. */
export function unreachable(cause: unknown): ApiProblem {
  return new ApiProblem(
    { type: "", title: "", status: 0, detail: "", trace: null, faults: [], retryAfter: null },
    { cause },
  );
}

export function memberOf(content: unknown, name: string): unknown {
  return typeof content === "object" && content !== null
    ? Object.entries(content).find(([key]) => key === name)?.[1]
    : undefined;
}

/** A member that must be a text; empty where it is none. */
function textOf(content: unknown, name: string): string {
  const value = memberOf(content, name);
  return typeof value === "string" ? value : "";
}

function faultsOf(errors: unknown): Fault[] {
  if (!Array.isArray(errors)) return [];
  return errors.map((error: unknown) => ({ pointer: textOf(error, "pointer"), detail: textOf(error, "detail") }));
}
