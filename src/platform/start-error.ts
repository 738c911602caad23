import type { Text } from "../kernel/text.ts";

/** Why a process cannot start or go on; closed, so that scripts can tell them apart. */
export type StartErrorCode =
  | "config"
  | "already-running"
  | "no-binaries"
  | "cluster"
  | "database-unreachable"
  | "roles"
  | "migration-changed"
  | "migration-failed"
  | "migration-files"
  | "database-newer"
  | "keyring"
  | "law"
  | "children";

/**
 * Something that only the person who starts the platform can put right. Carries what happened and what to do in both
 * languages; the supervisor and the CLI print it without a stack and exit with 1.
 */
export class StartError extends Error {
  readonly code: StartErrorCode;
  readonly text: Text;

  constructor(code: StartErrorCode, text: Text, cause?: unknown) {
    super(text.en, cause === undefined ? undefined : { cause });
    this.name = "StartError";
    this.code = code;
    this.text = text;
  }
}
