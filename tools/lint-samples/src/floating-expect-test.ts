// breaks: no-floating-promises, valid-expect
import { test, expect } from "vitest";
test("does not wait", () => {
  expect(Promise.resolve(1)).resolves.toBe(1);
});
