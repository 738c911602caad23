import type { Role } from "../../kernel/permission.ts";
import type { Text } from "../../kernel/text.ts";
import { useLanguage } from "./words.ts";

const ROLE_WORDS: Readonly<Record<Role, Text>> = {
  reporter: { zh: "报送员", en: "reporter" },
  reviewer: { zh: "复核员", en: "reviewer" },
  operator: { zh: "信用中心经办", en: "operator of the centre" },
  supervisor: { zh: "信用中心审批", en: "supervisor of the centre" },
  regulator: { zh: "监管查询", en: "regulator" },
  "counter-clerk": { zh: "窗口查询", en: "counter clerk" },
  subject: { zh: "企业用户", en: "organisation’s own user" },
  auditor: { zh: "审计员", en: "auditor" },
  administrator: { zh: "管理员", en: "administrator" },
};

const NAMES: Readonly<Record<string, Text>> = ROLE_WORDS;

/** Roles as the reader calls them; a role that is not known stands for itself. */
export function useRoleName(): (role: string) => string {
  const language = useLanguage();
  return (role) => NAMES[role]?.[language] ?? role;
}
