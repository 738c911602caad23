import type { Catalogue, Workdays } from "#catalogue";
import type { Text } from "../../kernel/text.ts";
import type { Clock } from "../../kernel/time.ts";
import type { Db } from "../../platform/db/types.ts";
import type { DutySource } from "./duty.ts";
import type { Addressee, Recipient } from "./notice.ts";
import type { NoticeLaw } from "./notice-law.ts";
import type { CodeNames } from "./notice-text.rules.ts";

/** What notices stand on; built once by src/app. */
export interface NoticesRuntime {
  readonly db: Db;
  readonly clock: Clock;
  readonly catalogue: Catalogue;
  readonly workdays: Workdays;
  readonly noticeLaw: NoticeLaw;
  /** The kinds of duties that modules downstream know of. */
  readonly duties: readonly DutySource[];
  /** Names of codes that belong to modules downstream, by the place that they fill. */
  readonly names: CodeNames;
  /** Who is meant, as accounts know it. */
  readonly recipientsOf: (to: Addressee) => Promise<readonly Recipient[]>;
}

/** The names of all codes that stand in notices. */
export function codeNames({ catalogue, noticeLaw, names }: NoticesRuntime): CodeNames {
  const stages = new Map<string, Text>(
    [...noticeLaw.duties.values()].flatMap(({ plan }) =>
      (plan ?? []).flatMap(({ stages: all }) => all.map(({ stage, words }) => [stage, words] as const)),
    ),
  );
  return {
    item: (code) => catalogue.items.findLast(({ item }) => item === code)?.title,
    body: (code) => catalogue.bodies.get(code)?.name,
    duty: (code) => noticeLaw.duties.get(code)?.title,
    stage: (code) => stages.get(code),
    ...names,
  };
}
