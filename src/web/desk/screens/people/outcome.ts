export const CHANGES_KEY = ["access-changes"] as const;

/** What gives a person a way in, or one half of it, shown once. */
export interface Invitation {
  readonly token: string;
  /** False for one half of two. */
  readonly complete: boolean;
  readonly expiresAt: string;
}

/** What became of a change that was decided. */
export interface Outcome {
  readonly title: string;
  readonly name: string;
  readonly invitation: Invitation | null;
}
