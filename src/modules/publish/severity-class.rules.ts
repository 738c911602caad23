/** Classes of a breach in the repair rules of 2026: 轻微, 一般, 严重. */
export type SeverityClass = "minor" | "general" | "serious";

export const SEVERITY_CLASSES: readonly SeverityClass[] = ["minor", "general", "serious"];
