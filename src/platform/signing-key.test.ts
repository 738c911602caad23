import { verify, createPublicKey } from "node:crypto";
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSigningKey } from "./signing-key.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "mingxin-signing-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test("the first start makes the key for its owner only; later ones sign with the same", async () => {
  const path = join(directory, "signing-key.pem");
  const [first, second] = await Promise.all([loadSigningKey(directory), loadSigningKey(directory)]);
  expect([(await stat(path)).mode & 0o777, second.keyId]).toEqual([0o600, first.keyId]);
  const text = Buffer.from("text");
  expect(verify(null, text, createPublicKey(await readFile(path, "utf8")), second.sign(text))).toBe(true);
});

test("a key that others can read, or that is none, stops the start with words of what to do", async () => {
  const path = join(directory, "signing-key.pem");
  await chmod(path, 0o644);
  await expect(loadSigningKey(directory)).rejects.toThrow(/chmod 600/);
  await chmod(path, 0o600);
  await writeFile(path, "no key");
  await expect(loadSigningKey(directory)).rejects.toThrow(/no Ed25519 key/);
});
