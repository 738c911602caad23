import { defineProblems } from "../../kernel/problem.ts";

export const catalogueProblem = defineProblems("catalogue", {
  "unknown-item": {
    status: 404,
    title: { zh: "目录中没有该事项", en: "No such item in the catalogue" },
    remedy: { zh: "可用的事项见 /api/v1/catalogue", en: "The items are listed at /api/v1/catalogue" },
  },
});
