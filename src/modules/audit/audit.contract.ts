import { Type } from "typebox";

const AuditEntrySchema = Type.Object({
  entryId: Type.String(),
  at: Type.String({ format: "date-time" }),
  actor: Type.String(),
  body: Type.Union([Type.String(), Type.Null()]),
  action: Type.String(),
  target: Type.String(),
  purpose: Type.Union([Type.String(), Type.Null()]),
  origin: Type.Union([Type.String(), Type.Null()], { description: "network address" }),
  requestId: Type.Union([Type.String(), Type.Null()]),
  detail: Type.Record(Type.String(), Type.Unknown()),
});

export const AuditSchema = Type.Object({
  items: Type.Array(AuditEntrySchema),
  next: Type.Union([Type.String(), Type.Null()]),
});
