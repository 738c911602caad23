export const AMENDMENTS_KEY = ["amendments"] as const;
