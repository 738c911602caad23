import type { Grant } from "../../kernel/permission.ts";
import type { Text } from "../../kernel/text.ts";

/** The parts of the navigation, in the order of the work. */
export const SCREEN_GROUPS = {
  work: { zh: "办理", en: "Work" },
  quality: { zh: "质量", en: "Quality" },
  reference: { zh: "目录", en: "Reference" },
  administration: { zh: "管理", en: "Administration" },
} as const satisfies Readonly<Record<string, Text>>;

export type ScreenGroup = keyof typeof SCREEN_GROUPS;

/** A screen of the navigation. */
export interface Screen {
  readonly path: string;
  readonly title: Text;
  readonly group: ScreenGroup;
  /** The right that the API asks for what the screen shows; null where anybody may read it. */
  readonly permission: Grant | null;
}

/** The screens in the order of the work: what is to be done, what was reported, what waits, how punctual it was, what may be reported; then who works here and what was done. */
export const SCREENS = {
  today: { path: "/today", title: { zh: "今日待办", en: "Today" }, group: "work", permission: null },
  inbox: { path: "/inbox", title: { zh: "收件箱", en: "Inbox" }, group: "work", permission: null },
  report: { path: "/report", title: { zh: "报送", en: "Report" }, group: "work", permission: "batches:read" },
  review: { path: "/review", title: { zh: "待确认", en: "Review" }, group: "work", permission: "reviews:read" },
  records: { path: "/records", title: { zh: "记录", en: "Records" }, group: "work", permission: "records:read" },
  amendments: {
    path: "/amendments",
    title: { zh: "更正与撤回", en: "Corrections" },
    group: "work",
    permission: "records:read",
  },
  held: {
    path: "/held",
    title: { zh: "未送达暂不公示", en: "Held until served" },
    group: "work",
    permission: "archive:read",
  },
  timeliness: { path: "/timeliness", title: { zh: "时效", en: "Timeliness" }, group: "quality", permission: null },
  coverage: {
    path: "/coverage",
    title: { zh: "全覆盖", en: "Coverage" },
    group: "quality",
    permission: "coverage:read",
  },
  omissions: {
    path: "/omissions",
    title: { zh: "断号", en: "Missing numbers" },
    group: "quality",
    permission: "omissions:read",
  },
  catalogue: { path: "/catalogue", title: { zh: "事项目录", en: "Catalogue" }, group: "reference", permission: null },
  bodies: { path: "/bodies", title: { zh: "单位", en: "Bodies" }, group: "reference", permission: null },
  people: {
    path: "/people",
    title: { zh: "人员与密钥", en: "People and keys" },
    group: "administration",
    permission: "people:read",
  },
  audit: { path: "/audit", title: { zh: "审计", en: "Audit" }, group: "administration", permission: "audit:read" },
} as const satisfies Readonly<Record<string, Screen>>;

/** Merging and splitting subjects, below what waits for review. */
export const MOVE_SCREEN: Screen = {
  path: "/review/move",
  title: { zh: "合并与拆分主体", en: "Merge and split subjects" },
  group: "work",
  permission: "subjects:move",
};

/** The keys of programs, which stand below the people but are for fewer. */
export const KEYS_SCREEN: Screen = {
  path: "/people/keys",
  title: { zh: "程序的密钥", en: "Keys of programs" },
  group: "administration",
  permission: "keys:manage",
};

/** Proposing a new person, below the people, too. */
export const INVITE_SCREEN: Screen = {
  path: "/people/invite",
  title: { zh: "邀请人员", en: "Invite a person" },
  group: "administration",
  permission: "people:propose",
};

/** Whoever is signed in: their own password, factors and settings. */
export const ACCOUNT_PAGE = { path: "/account", title: { zh: "我的账号", en: "My account" } } as const;
