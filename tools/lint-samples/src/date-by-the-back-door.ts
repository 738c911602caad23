// breaks: no-restricted-properties
export const now = (): number => globalThis.Date.now();
