import { Type } from "typebox";

const Nullable = <Schema extends ReturnType<typeof Type.Integer>>(schema: Schema) => Type.Union([schema, Type.Null()]);

export const DocumentKindSchema = Type.Union([Type.Literal("decision"), Type.Literal("service-proof")], {
  description: "decision 决定书，service-proof 送达回证 / decision, or proof of its service",
});

export const DocumentSchema = Type.Object({
  recordId: Type.String({ format: "uuid" }),
  sequence: Type.Integer({ description: "number within the record" }),
  kind: DocumentKindSchema,
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String({ description: "hex, over the file byte for byte" }),
  pages: Nullable(Type.Integer({ description: "null where they cannot be counted without unpacking the file" })),
  fileName: Type.String(),
  filedBy: Type.String(),
  filedAt: Type.String({ description: "RFC 3339, UTC" }),
  current: Type.Boolean({ description: "no later one of its kind supersedes it" }),
});

export const DocumentsSchema = Type.Object({
  items: Type.Array(DocumentSchema),
  allowed: Type.Array(Type.Literal("attach"), { description: "what whoever asks may do" }),
});
