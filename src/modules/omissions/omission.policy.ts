import type { Actor } from "../../kernel/actor.ts";

/** Whether somebody may speak for a body: its own people, and whoever runs the machine. The credit office reads and reminds. */
export function maySpeakFor(actor: Actor, body: string): boolean {
  return actor.kind === "administrator" || actor.kind === "system" || actor.body === body;
}
