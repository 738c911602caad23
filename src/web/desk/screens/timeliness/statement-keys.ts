/** Under which keys statements and disputes are kept; whatever changes one asks for all anew. */
export const STATEMENTS_KEY = ["figures", "statements"] as const;
export const DISPUTES_KEY = ["figures", "disputes"] as const;
