import { Type } from "typebox";

/** Shapes of notices as they cross HTTP. */
const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const Moment = Type.String({ format: "date-time" });
const Day = Type.String({ description: "YYYY-MM-DD" });
const Nullable = <Schema extends ReturnType<typeof Type.String>>(schema: Schema) => Type.Union([schema, Type.Null()]);

const NoticeSchema = Type.Object({
  noticeId: Type.String({ format: "uuid" }),
  kind: Type.String(),
  title: Words,
  text: Words,
  link: Type.String({ description: "path on the desk where it is dealt with" }),
  dueOn: Nullable(Day),
  madeAt: Moment,
  readAt: Nullable(Moment),
  endedAt: Type.Union([Moment, Type.Null()], { description: "when it was dealt with, by whomever" }),
  mail: Type.Union([Type.Literal("waiting"), Type.Literal("sent"), Type.Literal("failed"), Type.Null()], {
    description: "what became of the mail to you; null where none was made out",
  }),
});

export const NoticesSchema = Type.Object({ items: Type.Array(NoticeSchema), next: Nullable(Type.String()) });

export const UnreadSchema = Type.Object({ unread: Type.Integer() });

export const MarkedSchema = Type.Object({ marked: Type.Integer({ description: "how many had been unread" }) });

export const TodaySchema = Type.Object({
  day: Day,
  lines: Type.Array(
    Type.Object({
      duty: Type.String(),
      title: Words,
      label: Type.Union([Words, Type.Null()]),
      urgency: Type.Union([Type.Literal("overdue"), Type.Literal("due"), Type.Literal("soon"), Type.Literal("open")]),
      stage: Type.Union([Words, Type.Null()]),
      count: Type.Integer(),
      dueOn: Nullable(Type.String({ description: "YYYY-MM-DD, the earliest" })),
      link: Type.String({ description: "path on the desk where it is done" }),
    }),
  ),
  unread: Type.Integer(),
});

export const MailSettingsSchema = Type.Object({
  enabled: Type.Boolean({ description: "the platform sends mail at all" }),
  address: Nullable(Type.String()),
  wanted: Type.Boolean(),
  failure: Type.Union([Type.Object({ at: Moment, fault: Type.String() }), Type.Null()], {
    description: "the last mail, where it could not be delivered for good",
  }),
});

export const NewMailSettingsSchema = Type.Object(
  {
    address: Type.Union([
      Type.String({ maxLength: 254, pattern: '^[^\\s@<>",;:]+@[^\\s@<>",;:]+$', description: "RFC 5321 mailbox" }),
      Type.Null(),
    ]),
    wanted: Type.Boolean(),
  },
  { additionalProperties: false },
);
