import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import type { Catalogue } from "#catalogue";
import { checkedFilter, checkEmpty } from "#publish";
import type { Db } from "../../platform/db/types.ts";
import { registerRoute } from "../../platform/http/route.ts";
import { PublicCountsSchema } from "./omissions.contract.ts";
import { listPublicOmissions } from "./public-counts.store.ts";

const Text = (description: string) => Type.Optional(Type.String({ description }));

/** In public only counts: a missing number may lawfully be unpublished. */
export function registerPublicOmissions(
  app: FastifyInstance,
  { publicDb, catalogue }: { readonly publicDb: Db; readonly catalogue: Catalogue },
): void {
  registerRoute(app, {
    method: "GET",
    path: "/publicity/omissions",
    permission: "public",
    tag: "publicity",
    summary: {
      zh: "断号计数：已说明、待说明、逾期未说明；不公开文号",
      en: "Missing document numbers in counts: answered, open, unexplained; never the numbers",
    },
    params: Type.Object({}),
    query: Type.Object(
      {
        item: Text("事项代码 / item code"),
        body: Text("报送单位代码 / code of the reporting body"),
        from: Text("决定月份自，YYYY-MM-DD，按整月计 / first day of decision, YYYY-MM-DD; whole months"),
        to: Text("决定月份至，YYYY-MM-DD，按整月计 / last day of decision, YYYY-MM-DD; whole months"),
      },
      { additionalProperties: false },
    ),
    response: { 200: PublicCountsSchema },
    handle: async ({ query }) => {
      const filter = checkedFilter(catalogue, query);
      const figures = await listPublicOmissions(publicDb, filter);
      if (figures.length === 0) checkEmpty(catalogue, filter);
      return { figures };
    },
  });
}
