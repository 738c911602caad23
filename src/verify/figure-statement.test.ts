import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOfRows, signedBytes, STATEMENT_KIND, verifyStatement } from "./figure-statement.ts";

const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
const keyOf = (key: typeof pem): string =>
  createPublicKey(key).export({ type: "spki", format: "der" }).subarray(-32).toString("base64");
const KEY = keyOf(pem);
const content = {
  kind: STATEMENT_KIND,
  month: "2026-09",
  figures: [{ rate: "timeliness", body: "hs-ecology", numerator: 9, denominator: 10, rows: "ab" }],
};
const statement = {
  content,
  publicKey: KEY,
  signature: sign(null, signedBytes(content), createPrivateKey(pem)).toString("base64"),
};

test("a statement is valid by its own key only, in whatever order its members come", async () => {
  const turned = { ...statement, content: Object.fromEntries(Object.entries(content).toReversed()) };
  expect(await verifyStatement(statement, KEY)).toBe("valid");
  expect(await verifyStatement(turned, KEY)).toBe("valid");
  const another = keyOf(generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }));
  expect(await verifyStatement(statement, another)).toBe("other-key");
  expect(await verifyStatement({ ...statement, publicKey: another }, another)).toBe("bad-signature");
});

test("one figure changed, one member more or one bit of the signature breaks it", async () => {
  const bent = [
    { ...content, figures: [{ ...content.figures[0], numerator: 10 }] },
    { ...content, note: "" },
    { ...content, month: "2026-08" },
  ];
  for (const one of bent) expect(await verifyStatement({ ...statement, content: one }, KEY)).toBe("bad-signature");
  const bytes = Buffer.from(statement.signature, "base64");
  bytes[9] = (bytes[9] ?? 0) ^ 1;
  expect(await verifyStatement({ ...statement, signature: bytes.toString("base64") }, KEY)).toBe("bad-signature");
});

test("whatever else is given is no statement, and nothing is thrown", async () => {
  for (const other of [
    null,
    1,
    "x",
    [],
    {},
    { content },
    { ...statement, signature: "=" },
    { ...statement, content: [] },
  ])
    expect(await verifyStatement(other, KEY)).toBe("not-a-statement");
  await fc.assert(
    fc.asyncProperty(fc.anything(), fc.string(), async (other, key) => {
      expect(await verifyStatement({ ...statement, content: other }, key)).not.toBe("valid");
    }),
    { numRuns: 100 },
  );
});

test("rows have one digest, which any change of a row or of their order changes", async () => {
  expect(await digestOfRows([])).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  const [first, second] = [
    { place: "a", onTime: true },
    { place: "b", onTime: null },
  ];
  const digests = await Promise.all(
    [[first, second], [second, first], [first], [{ ...first, onTime: false }, second]].map(digestOfRows),
  );
  expect(new Set(digests).size).toBe(digests.length);
});
