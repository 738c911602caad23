import fc from "fast-check";
import { administratorActor } from "../../kernel/actor.ts";
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { newId, type BatchId, type RecordId, type SubjectId } from "../../kernel/ids.ts";
import { dateOf, systemClock } from "../../kernel/time.ts";
import { canonicalJson } from "../../verify/canonical-json.ts";
import { canonicalEnvelope, commitmentOf, Committer, newSalt, SALT_BYTES } from "./commitment.ts";
import type { Envelope } from "./record.ts";
import { changedFields } from "./record.rules.ts";

const envelope: Envelope = {
  batch: newId<BatchId>(),
  cause: "correction",
  changedFields: ["content", "validTo"],
  edition: 3,
  item: "administrative-licence",
  knownFrom: systemClock.now(),
  naturalKey: "ab".repeat(32),
  payload: "{}",
  record: newId<RecordId>(),
  row: 7,
  sourceBody: "市市场监督管理局",
  subject: newId<SubjectId>(),
  version: 2,
};

describe("commitment of a version", () => {
  test("writes the envelope exactly as the general canonicaliser does, for any payload", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })),
        fc.string({ unit: "grapheme" }),
        (payload, body) => {
          const written = canonicalEnvelope({ ...envelope, sourceBody: body, payload: canonicalJson(payload) });
          expect(written).toBe(canonicalJson({ ...envelope, sourceBody: body, payload }));
        },
      ),
    );
  });
  test("writes a version without batch and row", () => {
    expect(canonicalEnvelope({ ...envelope, batch: null, row: null })).toBe(
      canonicalJson({ ...envelope, payload: {}, batch: null, row: null }),
    );
  });
  test("made in bulk is the same, whatever the payload and the names in it", () => {
    const actor = administratorActor("tester");
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme", maxLength: 60 })),
        fc.string({ unit: "grapheme" }),
        fc.array(fc.string()),
        (payload, body, changedFields) => {
          const { batch, item, edition, knownFrom, subject, record, version, row } = envelope;
          const text = canonicalJson(payload);
          const salt = newSalt();
          const committer = new Committer({ item, edition, batchId: batch, knownFrom, actor });
          const made = committer.commit(
            {
              subjectId: subject,
              recordId: record,
              version,
              cause: "correction",
              changedFields,
              sourceBody: body,
              naturalKey: Buffer.from(envelope.naturalKey, "hex"),
              decisionDate: dateOf(knownFrom),
              documentNumber: "",
              documentFolded: "",
              contentHash: salt,
              payload: Buffer.from(text),
              row,
              sealed: null,
              reason: null,
              judgementId: null,
            },
            salt,
          );
          expect(made).toEqual(commitmentOf({ ...envelope, sourceBody: body, changedFields, payload: text }, salt));
        },
      ),
    );
  });
  test("is SHA-256 over salt and envelope, and differs with the salt", () => {
    const salt = newSalt();
    expect(salt).toHaveLength(SALT_BYTES);
    const expected = createHash("sha256")
      .update(Buffer.concat([salt, Buffer.from(canonicalEnvelope(envelope))]))
      .digest();
    expect(commitmentOf(envelope, salt)).toEqual(expected);
    expect(commitmentOf(envelope, newSalt())).not.toEqual(expected);
  });
});

describe("changed fields", () => {
  test("names what differs, what came and what went, sorted", () => {
    expect(changedFields({ a: 1, b: ["x"], c: "y", e: "" }, { a: 1, b: ["x", "z"], d: 0, e: "" })).toEqual([
      "b",
      "c",
      "d",
    ]);
  });
});
