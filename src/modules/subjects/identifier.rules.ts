/** The numbers of a subject beside its credit code, and what they say of one another. Pure. */
import type { IdentifierScheme } from "#catalogue";

/** A number of a subject beside its credit code, right by its own check where it has one. */
export interface OtherIdentifier {
  readonly scheme: OtherScheme;
  readonly value: string;
}

/** Tax numbers are left out: those of sole traders hold a person's identity number. */
export type OtherScheme = Exclude<IdentifierScheme, "uscc" | "tax-number">;

/** Which numbers are kept beside the credit code; true for those that may attach a row, together with the exact name. */
export const OTHER_SCHEMES: Readonly<Record<OtherScheme, boolean>> = {
  "organisation-code": true,
  "registration-number": true,
  "institution-certificate": false,
  "social-organisation-certificate": false,
};

export function isOtherScheme(scheme: IdentifierScheme): scheme is OtherScheme {
  return Object.hasOwn(OTHER_SCHEMES, scheme);
}

/** Positions 9 to 17 of a credit code are the organisation code (GB 32100-2015, 主体标识码). */
export function organisationCodeOf(uscc: string): string {
  return uscc.slice(8, 17);
}

/** One text for scheme and value, as a key of look-ups in memory. */
export function identifierKey({ scheme, value }: OtherIdentifier): string {
  return `${scheme}:${value}`;
}
