import type { RecordId, Uuid } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/time.ts";

export type FileId = Uuid<"document-file">;

export const DOCUMENT_KINDS = ["decision", "service-proof"] as const;
/** `decision`: the decision document (决定书). `service-proof`: that it was served (送达回证). */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const MEDIA_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** An attached paper. The newest of its kind counts; the others are what it superseded. */
export interface StoredDocument {
  readonly recordId: RecordId;
  /** 1, 2, 3 within the record, over all kinds. */
  readonly sequence: number;
  readonly sourceBody: string;
  readonly kind: DocumentKind;
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  /** Null where they cannot be counted without unpacking the file. */
  readonly pages: number | null;
  readonly fileName: string;
  readonly filedBy: string;
  readonly filedAt: Instant;
}
