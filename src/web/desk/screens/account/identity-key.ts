export const IDENTITY_KEY = ["identity-link"] as const;
