// breaks: no-focused-tests
import { test, expect } from "vitest";
test.only("is alone", () => {
  expect(1).toBe(1);
});
