/** What a page that leads to the sign-in says about who is to sign in. */
export interface NameToSignIn {
  readonly userName: string;
}

/** The user name out of a history entry's state; empty where none was given. */
export function nameFrom(state: unknown): string {
  const isGiven = typeof state === "object" && state !== null && "userName" in state;
  return isGiven && typeof state.userName === "string" ? state.userName : "";
}
