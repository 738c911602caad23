import type { Grant } from "../../kernel/permission.ts";
import type { Text } from "../../kernel/text.ts";

/** A screen of the navigation. */
export interface Screen {
  readonly path: string;
  readonly title: Text;
  /** The right that the API asks for what the screen shows; null where anybody may read it. */
  readonly permission: Grant | null;
}

/** The screens in the order of the work: what was reported, what waits, how punctual it was, what may be reported. */
export const SCREENS = {
  report: { path: "/report", title: { zh: "报送", en: "Report" }, permission: "batches:read" },
  review: { path: "/review", title: { zh: "待确认", en: "Review" }, permission: "reviews:read" },
  timeliness: { path: "/timeliness", title: { zh: "时效", en: "Timeliness" }, permission: null },
  catalogue: { path: "/catalogue", title: { zh: "目录", en: "Catalogue" }, permission: null },
} as const satisfies Readonly<Record<string, Screen>>;
