import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import { ROLES, type Role } from "../../kernel/permission.ts";
import { loadProcedures, type Procedure } from "./procedure.ts";
import { allowedActs, decideStep } from "./proceeding.rules.ts";

const procedures = await loadProcedures(resolve(import.meta.dirname, "../../../data"));
const person = (id: string, ...roles: Role[]): Actor => ({ kind: "person", id, body: "a-body", roles, address: null });

describe("a proceeding", () => {
  const change = procedures.get("role-change");
  if (!change) throw new Error("there is no role-change");
  const proposed = { state: "proposed", openedBy: "opener", target: "whom-it-is-about" };

  test.each([
    ["approve", person("another", "supervisor"), { ends: true, decides: true }],
    ["refuse", person("another", "administrator"), { ends: true, decides: true }],
    ["take-back", person("opener", "administrator"), { ends: true, decides: false }],
    ["approve", person("opener", "administrator"), { refused: "opened-it-yourself" }],
    ["take-back", person("another", "administrator"), { refused: "opened-by-another" }],
    ["approve", person("another", "reporter"), { refused: "not-permitted" }],
    ["approve", person("whom-it-is-about", "supervisor"), { refused: "about-yourself" }],
    ["approve", { ...person("the-key", "supervisor"), kind: "administrator" }, { refused: "not-permitted" }],
    ["publish", person("another", "supervisor"), { refused: "unknown-act" }],
  ] as const)("%s by %o", (act, actor, expected) => {
    expect(decideStep(change, proposed, act, actor)).toMatchObject(expected);
  });

  test("takes no act once it has ended", () => {
    for (const state of ["approved", "refused", "taken-back"])
      expect(allowedActs(change, { ...proposed, state }, person("another", "supervisor", "administrator"))).toEqual([]);
  });
});

test("no procedure of the law data lets one person alone end what asks for four eyes, whatever roles they hold", () => {
  const roles = fc.subarray([...ROLES]);
  const procedure = fc.constantFrom<Procedure>(...procedures.values());
  fc.assert(
    fc.property(procedure, roles, (one, held) => {
      const actor = person("opener", ...held);
      const ends = one.acts
        .map((act) =>
          decideStep(one, { state: one.initial, openedBy: "opener", target: "whom-it-is-about" }, act.act, actor),
        )
        .filter((decision) => "decides" in decision && decision.decides);
      expect(one.fourEyes ? ends : []).toEqual([]);
    }),
  );
});
