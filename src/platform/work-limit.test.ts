import { expect, test } from "vitest";
import { TooBusyError, WorkLimit } from "./work-limit.ts";

test("no more than so many run at once, in the order in which they came, and beyond the line nobody waits", async () => {
  const limit = new WorkLimit(2, 3);
  const began: number[] = [];
  const ends: (() => void)[] = [];
  const begin = (name: number): Promise<number> =>
    limit.run(async () => {
      began.push(name);
      await new Promise<void>((end) => ends.push(end));
      return name;
    });
  const running = [1, 2, 3, 4, 5].map(begin);
  await expect(begin(6)).rejects.toThrow(TooBusyError);
  expect(began).toEqual([1, 2]);
  for (let ended = 0; ended < 5; ended++) {
    ends[ended]?.();
    await running[ended];
    await Promise.resolve();
  }
  expect([began, limit.peak, limit.begun]).toEqual([[1, 2, 3, 4, 5], 2, 5]);
});

test("work that fails gives its place to the next", async () => {
  const limit = new WorkLimit(1, 1);
  const failed = limit.run(() => Promise.reject(new Error("no")));
  const next = limit.run(() => Promise.resolve("yes"));
  await expect(failed).rejects.toThrow("no");
  expect(await next).toBe("yes");
});
