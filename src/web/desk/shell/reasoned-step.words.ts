export const REASONED_STEP_WORDS = {
  "step.password": { zh: "核对密码", en: "Your password" },
  "step.reason": { zh: "理由", en: "Reason" },
  "step.confirm": { zh: "确认{verb}", en: "Confirm: {verb}" },
  "step.cancel": { zh: "取消", en: "Cancel" },
} as const;
