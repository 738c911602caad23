/** A decision that was chosen but not made yet. */
export interface Choosing {
  readonly kind: "attach" | "not-same" | "new-subject";
  readonly subject: string | null;
}
