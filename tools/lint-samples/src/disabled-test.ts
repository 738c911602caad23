// breaks: no-disabled-tests
import { test, expect } from "vitest";
test.skip("is left out for ever", () => {
  expect(1).toBe(1);
});
