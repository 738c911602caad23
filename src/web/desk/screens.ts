import type { Grant } from "../../kernel/permission.ts";
import type { Text } from "../../kernel/text.ts";

/** A screen of the navigation. */
export interface Screen {
  readonly path: string;
  readonly title: Text;
  /** The right that the API asks for what the screen shows; null where anybody may read it. */
  readonly permission: Grant | null;
}

/** The screens in the order of the work: what was reported, what waits, how punctual it was, what may be reported; then who works here and what was done. */
export const SCREENS = {
  report: { path: "/report", title: { zh: "报送", en: "Report" }, permission: "batches:read" },
  review: { path: "/review", title: { zh: "待确认", en: "Review" }, permission: "reviews:read" },
  timeliness: { path: "/timeliness", title: { zh: "时效", en: "Timeliness" }, permission: null },
  catalogue: { path: "/catalogue", title: { zh: "目录", en: "Catalogue" }, permission: null },
  people: { path: "/people", title: { zh: "人员与密钥", en: "People" }, permission: "people:read" },
  audit: { path: "/audit", title: { zh: "审计", en: "Audit" }, permission: "audit:read" },
} as const satisfies Readonly<Record<string, Screen>>;

/** The keys of programs, which stand below the people but are for fewer. */
export const KEYS_SCREEN: Screen = {
  path: "/people/keys",
  title: { zh: "程序的密钥", en: "Keys of programs" },
  permission: "keys:manage",
};

/** Proposing a new person, below the people, too. */
export const INVITE_SCREEN: Screen = {
  path: "/people/invite",
  title: { zh: "邀请人员", en: "Invite a person" },
  permission: "people:propose",
};
