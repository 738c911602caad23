import { httpProblem } from "../../platform/http/http.problems.ts";
import { TooBusyError, WorkLimit } from "../../platform/work-limit.ts";

/**
 * A hash takes 32 MiB and a core for a tenth of a second, on purpose. Two at once leave Node's four threads room for
 * files; what waits behind forty is told to come back, before memory and time go to whoever asks most.
 */
const AT_ONCE = 2;
const MOST_WAITING = 40;
const RETRY_AFTER_SECONDS = 3;

/** Hashes passwords (scrypt) and checks them, a few at a time. */
export interface PasswordHashing {
  readonly limit: WorkLimit;
  /** @throws Problem http/too-many-requests where too many wait */
  hash(password: string): Promise<string>;
  /** @throws Problem http/too-many-requests where too many wait */
  verify(given: { readonly hash: string; readonly password: string }): Promise<boolean>;
}

export function openPasswordHashing(functions: Omit<PasswordHashing, "limit">): PasswordHashing {
  const limit = new WorkLimit(AT_ONCE, MOST_WAITING);
  const run = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await limit.run(work);
    } catch (error) {
      if (!(error instanceof TooBusyError)) throw error;
      throw httpProblem("too-many-requests", { extra: { retryAfter: RETRY_AFTER_SECONDS } });
    }
  };
  return {
    limit,
    hash: (password) => run(() => functions.hash(password)),
    verify: (given) => run(() => functions.verify(given)),
  };
}
