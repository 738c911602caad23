/** What `pg` says, without a code, of a connection that it lost or did not get. */
const LOST =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed and is not queryable)/;
const NETWORK = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);
/** Beside the classes 08 (connection) and 57P (shutting down, starting up): query_canceled, too_many_connections. */
const STATES = new Set(["57014", "53300"]);

/**
 * Whether something failed because the database cannot be reached, is stopping or starting, or did not answer in time:
 * nothing that our code did wrong, and the same again may succeed in a while. Looks at the causes, too.
 */
export function isOutage(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = "code" in at && typeof at.code === "string" ? at.code : "";
    if (/^(08\w{3}|57P\w{2})$/.test(code) || STATES.has(code)) return true;
    if (NETWORK.has(code) || LOST.test(at.message)) return true;
  }
  return false;
}
