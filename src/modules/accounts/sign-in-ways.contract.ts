import { Type, type Static, type TString } from "typebox";

const Moment = Type.String({ format: "date-time" });
const Words = Type.Object({ zh: Type.String(), en: Type.String() });

/** By what one can sign in here beside a password. */
export const WaysSchema = Type.Object({
  passkeys: Type.Boolean(),
  identityService: Type.Union([Type.Object({ label: Words }), Type.Null()]),
});

const Passkey = Type.Object({
  passkeyId: Type.String(),
  name: Type.String(),
  isBackedUp: Type.Boolean({ description: "the authenticator keeps a copy elsewhere, such as in a password manager" }),
  addedAt: Moment,
  lastUsedOn: Type.Union([Type.String({ format: "date" }), Type.Null()]),
});

export const PasskeysSchema = Type.Object({ items: Type.Array(Passkey) });

const CredentialDescriptor = Type.Object({
  id: Type.String({ description: "base64url" }),
  type: Type.String(),
  transports: Type.Optional(Type.Array(Type.String())),
});

/** PublicKeyCredentialCreationOptionsJSON of WebAuthn Level 3; bytes are base64url. */
export const CreationOptionsSchema = Type.Object({
  rp: Type.Object({ name: Type.String(), id: Type.Optional(Type.String()) }),
  user: Type.Object({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  challenge: Type.String(),
  pubKeyCredParams: Type.Array(Type.Object({ type: Type.String(), alg: Type.Integer() })),
  timeout: Type.Optional(Type.Integer({ description: "milliseconds" })),
  excludeCredentials: Type.Optional(Type.Array(CredentialDescriptor)),
  authenticatorSelection: Type.Optional(
    Type.Object({
      residentKey: Type.Optional(Type.String()),
      requireResidentKey: Type.Optional(Type.Boolean()),
      userVerification: Type.Optional(Type.String()),
    }),
  ),
  attestation: Type.Optional(Type.String()),
});

/** PublicKeyCredentialRequestOptionsJSON of WebAuthn Level 3. */
export const RequestOptionsSchema = Type.Object({
  challenge: Type.String(),
  rpId: Type.Optional(Type.String()),
  timeout: Type.Optional(Type.Integer()),
  userVerification: Type.String(),
});

const Base64Url = Type.String({ minLength: 1, maxLength: 20_000, pattern: "^[A-Za-z0-9_-]+$" });

function answerOf<Properties extends Record<string, TString>>(response: Properties) {
  return Type.Object({
    id: Base64Url,
    rawId: Base64Url,
    type: Type.Literal("public-key"),
    response: Type.Object(response),
    clientExtensionResults: Type.Object({}),
  });
}

/** RegistrationResponseJSON of WebAuthn Level 3. */
const RegistrationAnswer = answerOf({ clientDataJSON: Base64Url, attestationObject: Base64Url });
/** AuthenticationResponseJSON of WebAuthn Level 3. */
const AuthenticationAnswer = answerOf({
  clientDataJSON: Base64Url,
  authenticatorData: Base64Url,
  signature: Base64Url,
});

/** What the browser's authenticator answered, as WebAuthn's `toJSON` writes it. */
export type RegistrationAnswer = Static<typeof RegistrationAnswer>;
export type AuthenticationAnswer = Static<typeof AuthenticationAnswer>;

const PasskeyName = Type.String({ minLength: 1, maxLength: 60 });

export const NewPasskeySchema = Type.Object(
  { name: PasskeyName, answer: RegistrationAnswer },
  { additionalProperties: false },
);
export const PasskeyNameSchema = Type.Object({ name: PasskeyName }, { additionalProperties: false });
export const PasskeySignInSchema = Type.Object({ answer: AuthenticationAnswer }, { additionalProperties: false });

/** Where the browser goes to sign on. */
export const AddressSchema = Type.Object({ address: Type.String({ format: "uri" }) });

export const SignOnAnswerSchema = Type.Object(
  {
    state: Type.String({ minLength: 1, maxLength: 200 }),
    code: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })),
    iss: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
    error: Type.Optional(Type.String({ maxLength: 200, description: "as the service gave it instead of a code" })),
  },
  { additionalProperties: false },
);

export const SignedOnSchema = Type.Object({
  outcome: Type.Enum(["signed-in", "second-factor-needed", "linked"]),
});

export const IdentityLinkSchema = Type.Object({
  linkedAt: Type.Union([Moment, Type.Null()], { description: "null where the account is not linked" }),
});
