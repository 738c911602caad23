import { describe, expect, test } from "vitest";
import { newId, parseId, type RecordId } from "./ids.ts";

describe("ids", () => {
  test("are UUIDv7 and ascend within a process, however many are made in one millisecond", () => {
    const ids = Array.from({ length: 20_000 }, () => newId<RecordId>());
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
  test("are read in any case, and nothing else is read as one", () => {
    const id = newId<RecordId>();
    expect(parseId<RecordId>(id.toUpperCase())).toBe(id);
    for (const bad of ["", "x", `${id} `, id.replaceAll("-", ""), `{${id}}`]) expect(parseId<RecordId>(bad)).toBeNull();
  });
});
