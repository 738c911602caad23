export const CHANGES_KEY = ["access-changes"] as const;

/** What gives a person a way in, shown once. */
export interface Invitation {
  readonly token: string;
  readonly expiresAt: string;
}

/** What became of a change that was decided. */
export interface Outcome {
  readonly title: string;
  readonly name: string;
  readonly invitation: Invitation | null;
}
