import { describe, expect, test } from "vitest";
import { generatedPairs, handmadePairs, type LabelledPair } from "../../../test/fixtures/names/labelled-pairs.ts";
import { newId, type SubjectId } from "../../kernel/ids.ts";
import { dayNumber } from "../../kernel/time.ts";
import { foldName } from "./name.rules.ts";
import { resolveSubject, type KnownName, type KnownSubject } from "./resolve-subject.rules.ts";

const CODE = "91420200MAXX000153";

function knownOf(pair: LabelledPair): KnownSubject {
  const names = pair.known.map(({ name, from, registered }): [string, KnownName] => {
    const folded = foldName(name);
    return [folded, { folded, from, fromDay: dayNumber(from), registeredFrom: registered ? from : null }];
  });
  return { subjectId: newId<SubjectId>(), names: new Map(names) };
}

function isAttached(pair: LabelledPair): boolean {
  return (
    resolveSubject({ uscc: CODE, folded: foldName(pair.name), on: () => pair.on }, knownOf(pair), [], false).kind ===
    "known"
  );
}

describe("the labelled set of names", () => {
  const handmade = handmadePairs();
  const pairs = [...generatedPairs(), ...handmade];
  const judged = pairs.map((pair) => ({ ...pair, attached: isAttached(pair) }));

  test("is large enough to mean something", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(2000);
    expect(handmade.length).toBeGreaterThanOrEqual(150);
    expect(new Set(pairs.map((pair) => pair.kind)).size).toBeGreaterThanOrEqual(25);
  });
  test("has no pair in which a row is attached to another firm", () => {
    const wrong = judged.filter((pair) => pair.attached && pair.label === "other");
    expect(wrong.map((pair) => `${pair.known.map(({ name }) => name).join(" / ")} <- ${pair.name}`)).toEqual([]);
  });
  test("sends at most three in a hundred rows of the same firm to review", () => {
    const same = judged.filter((pair) => pair.label !== "other");
    const review = same.filter((pair) => !pair.attached);
    const others = judged.filter((pair) => pair.label === "other");
    const count = (list: readonly { readonly attached: boolean }[], attached: boolean): number =>
      list.filter((pair) => pair.attached === attached).length;
    process.stdout.write(
      [
        "                attached   to review",
        `same firm     ${String(count(same, true)).padStart(10)}${String(count(same, false)).padStart(12)}`,
        `another firm  ${String(count(others, true)).padStart(10)}${String(count(others, false)).padStart(12)}`,
        "",
      ].join("\n"),
    );
    expect(
      review
        .filter((pair) => pair.label === "same")
        .map((pair) => `${pair.kind}: ${pair.known[0]?.name ?? ""} <- ${pair.name}`),
    ).toEqual([]);
    expect(review.length / same.length).toBeLessThanOrEqual(0.03);
  });
});
