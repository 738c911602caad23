import { Type } from "typebox";
import { GRANTS, ROLES } from "../../kernel/permission.ts";

const Words = Type.Object({ zh: Type.String(), en: Type.String() });
const RoleName = Type.Enum([...ROLES]);
const Moment = Type.String({ format: "date-time" });

export const SessionSchema = Type.Object({
  user: Type.Union([Type.Object({ id: Type.String(), userName: Type.String(), name: Type.String() }), Type.Null()]),
  body: Type.Union([Type.Object({ code: Type.String(), name: Words }), Type.Null()]),
  roles: Type.Array(RoleName),
  permissions: Type.Array(Type.Enum([...GRANTS])),
  mustChangePassword: Type.Boolean(),
  secondFactor: Type.Boolean({ description: "one-time codes are asked for at sign-in" }),
});

export const SignInSchema = Type.Object({
  userName: Type.String({ minLength: 1, maxLength: 100 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});

export const CodeSchema = Type.Object({ code: Type.String({ minLength: 6, maxLength: 40 }) });

export const SignedInSchema = Type.Union([SessionSchema, Type.Object({ secondFactorNeeded: Type.Boolean() })]);

export const PasswordsSchema = Type.Object({
  current: Type.String({ minLength: 1, maxLength: 200 }),
  next: Type.String({ minLength: 1, maxLength: 200 }),
});

export const PasswordSchema = Type.Object({ password: Type.String({ minLength: 1, maxLength: 200 }) });

export const SecondFactorSchema = Type.Object({
  uri: Type.String({ description: "otpauth:// address for the authenticator" }),
  backupCodes: Type.Array(Type.String()),
});

export const AcceptSchema = Type.Object({
  token: Type.String({ minLength: 20, maxLength: 200, description: "both halves, joined by a dot" }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});

export const InviteSchema = Type.Object(
  {
    userName: Type.String({ minLength: 1, maxLength: 100 }),
    name: Type.String({ minLength: 1, maxLength: 60 }),
    body: Type.String({ minLength: 1, maxLength: 60 }),
    role: RoleName,
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  },
  { additionalProperties: false },
);

export const RoleChangeSchema = Type.Object(
  {
    body: Type.String({ minLength: 1, maxLength: 60 }),
    role: RoleName,
    change: Type.Union([Type.Literal("grant"), Type.Literal("end")]),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  },
  { additionalProperties: false },
);

export const ReasonSchema = Type.Object(
  { reason: Type.String({ minLength: 2, maxLength: 500 }) },
  { additionalProperties: false },
);

const Person = Type.Object({
  personId: Type.String(),
  userName: Type.String(),
  name: Type.String(),
  secondFactor: Type.Boolean(),
  active: Type.Boolean({ description: "has set a password" }),
  roles: Type.Array(Type.Object({ body: Type.String(), role: RoleName })),
});

export const PeopleSchema = Type.Object({
  items: Type.Array(Person),
  next: Type.Union([Type.String(), Type.Null()]),
});

export const ProceedingSchema = Type.Object({
  proceedingId: Type.String(),
  procedure: Type.String(),
  target: Type.String(),
  body: Type.Union([Type.String(), Type.Null()]),
  state: Type.String(),
  openedBy: Type.String(),
  openedAt: Moment,
  endedAt: Type.Union([Moment, Type.Null()]),
  decidedBy: Type.Union([Type.String(), Type.Null()]),
  fourEyes: Type.Boolean(),
  detail: Type.Record(Type.String(), Type.Unknown()),
  allowed: Type.Array(Type.String(), { description: "acts that you may take now" }),
});

/** A proceeding with all that happened. */
export const ProceedingHistorySchema = Type.Intersect([
  ProceedingSchema,
  Type.Object({
    events: Type.Array(
      Type.Object({
        sequence: Type.Integer(),
        at: Moment,
        actor: Type.String(),
        act: Type.String(),
        fromState: Type.Union([Type.String(), Type.Null()]),
        toState: Type.String(),
        reason: Type.String(),
      }),
    ),
  }),
]);

/** A proceeding as a list shows it: why it was opened, and why it ended. */
const ReasonedProceeding = Type.Intersect([
  ProceedingSchema,
  Type.Object({
    reason: Type.String({ description: "why it was opened" }),
    end: Type.Union([Type.Object({ act: Type.String(), by: Type.String(), reason: Type.String() }), Type.Null()], {
      description: "the act that ended it; null while it waits",
    }),
  }),
]);

export const ProceedingsSchema = Type.Object({
  items: Type.Array(ReasonedProceeding),
  next: Type.Union([Type.String(), Type.Null()]),
});

const Invitation = Type.Object({
  token: Type.String({ description: "shown once; a half that is not complete is joined with the other by a dot" }),
  complete: Type.Boolean({ description: "the token alone sets a password" }),
  expiresAt: Moment,
});

/** A proceeding after an act; the invitation where the act gave one. */
export const DecidedSchema = Type.Intersect([
  ProceedingSchema,
  Type.Object({ invitation: Type.Union([Invitation, Type.Null()]) }),
]);

export const InvitedSchema = Type.Object({
  personId: Type.String(),
  invitation: Invitation,
  proceeding: ProceedingSchema,
});

export const NewKeySchema = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 100 }),
    body: Type.String({ minLength: 1, maxLength: 60 }),
    roles: Type.Array(
      Type.Union([Type.Literal("reporter"), Type.Literal("counter-clerk"), Type.Literal("regulator")]),
      {
        minItems: 1,
        uniqueItems: true,
      },
    ),
    days: Type.Integer({ minimum: 1, maximum: 730, description: "days until it expires" }),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  },
  { additionalProperties: false },
);

const Key = Type.Object({
  keyId: Type.String(),
  name: Type.String(),
  body: Type.String(),
  roles: Type.Array(RoleName),
  madeBy: Type.String(),
  madeAt: Moment,
  expiresAt: Moment,
  approvedAt: Type.Union([Moment, Type.Null()]),
  endedAt: Type.Union([Moment, Type.Null()]),
  lastUsedOn: Type.Union([Type.String({ format: "date" }), Type.Null()]),
});

export const KeysSchema = Type.Object({ items: Type.Array(Key) });
export const MadeKeySchema = Type.Object({
  key: Key,
  token: Type.String({ description: "shown once; in force when another person has approved it" }),
  proceeding: ProceedingSchema,
});
