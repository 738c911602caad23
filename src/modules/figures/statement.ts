import type { ProceedingId, StatementId } from "../../kernel/ids.ts";
import type { Text } from "../../kernel/text.ts";
import type { Instant, LocalDate } from "../../kernel/time.ts";
import type { Rate } from "./rate-editions.ts";

/** A figure as it was frozen. */
export interface FrozenFigure {
  readonly rate: Rate;
  readonly body: string | null;
  readonly item: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly apart: Readonly<Record<string, number>>;
  /** SHA-256 (hex) of the rows behind it, by `digestOfRows` of src/verify. */
  readonly rows: string;
}

/** What a statement says; its canonical JSON is signed. */
export interface StatementContent {
  readonly kind: string;
  readonly statementId: StatementId;
  readonly month: string;
  /** 1 for the month's first. */
  readonly number: number;
  /** The one that it replaces, by id and SHA-256 (hex) of its content; null for the first. */
  readonly supersedes: { readonly statementId: StatementId; readonly digest: string } | null;
  readonly reason: string | null;
  /** The disputes that led to it. */
  readonly disputes: readonly ProceedingId[];
  readonly frozenAt: Instant;
  /** The day on which each decision was judged to be due or not. */
  readonly judgedOn: LocalDate;
  readonly rates: readonly { readonly rate: Rate; readonly formula: Text; readonly effectiveFrom: string | null }[];
  readonly figures: readonly FrozenFigure[];
}

/** A statement as a list shows it. */
export interface StatementSummary {
  readonly statementId: StatementId;
  readonly month: string;
  readonly number: number;
  readonly supersedes: StatementId | null;
  readonly supersededBy: StatementId | null;
  readonly reason: string | null;
  readonly frozenAt: Instant;
  /** Hex. */
  readonly digest: string;
  readonly keyId: string;
}

/** A statement with its content and signature. */
export interface Statement extends StatementSummary {
  readonly content: StatementContent;
  /** Base64. */
  readonly publicKey: string;
  /** Base64. */
  readonly signature: string;
}
