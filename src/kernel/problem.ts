import type { Text } from "./text.ts";

/** One way in which a request cannot be done: HTTP status and the words for people (RFC 9457 title and remedy). */
export interface ProblemKind {
  readonly status: number;
  readonly title: Text;
  /** What the caller can do now; shown on the page that the problem's `type` names. */
  readonly remedy: Text;
}

/** One fault of the input: RFC 6901 pointer or parameter name, code, words. */
export interface InputFault {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

/** A request that cannot be done. Anything else that is thrown is a bug and is told to nobody but the log. */
export class Problem extends Error {
  readonly code: string;
  readonly kind: ProblemKind;
  readonly detail: Text | null;
  readonly faults: readonly InputFault[];
  /** Extension members of RFC 9457 §3.2, e.g. the reason class of a 410. */
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: string, kind: ProblemKind, options: ProblemOptions = {}) {
    super(
      `${code}: ${options.detail?.en ?? kind.title.en}`,
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.name = "Problem";
    this.code = code;
    this.kind = kind;
    this.detail = options.detail ?? null;
    this.faults = options.faults ?? [];
    this.extra = options.extra ?? {};
  }
}

export interface ProblemOptions {
  readonly detail?: Text;
  readonly faults?: readonly InputFault[];
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * Declares the closed set of problems of one module and gives back a factory, so that `problem("stale")` compiles only
 * for declared codes. The full code is `<module>/<code>`, its page `/problems/<module>/<code>`.
 */
export function defineProblems<const Kinds extends Readonly<Record<string, ProblemKind>>>(
  module: string,
  kinds: Kinds,
) {
  const factory = (code: keyof Kinds & string, options?: ProblemOptions): Problem => {
    const kind = kinds[code];
    if (!kind) throw new Error(`undeclared problem ${module}/${code}`);
    return new Problem(`${module}/${code}`, kind, options);
  };
  return Object.assign(factory, { module, kinds });
}
