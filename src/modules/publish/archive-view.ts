import type { RecordVersion } from "#records";

/**
 * A version as it leaves the platform: of identity numbers the masked form only. Their keyed hash finds the same person
 * again and stays inside.
 */
export function archiveView(version: RecordVersion): RecordVersion {
  if (version.payload === null) return version;
  const payload = Object.fromEntries(
    Object.entries(version.payload).map(([key, value]) => [key, isSealed(value) ? value.masked : value]),
  );
  return { ...version, payload };
}

function isSealed(value: unknown): value is { readonly masked: string } {
  return typeof value === "object" && value !== null && "hash" in value && "masked" in value;
}
