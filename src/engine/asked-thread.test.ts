import { afterAll, expect, it } from "vitest";
import { askedThread } from "./asked-thread.ts";

const thread = askedThread<number>(new URL("../../test/doubling-worker.ts", import.meta.url));
afterAll(thread.close);

it("answers each question, whoever asked first", async () => {
  expect(await Promise.all([1, 2, 3].map((n) => thread.ask(n)))).toEqual([2, 4, 6]);
});

it("throws what the thread threw, and goes on", async () => {
  await expect(thread.ask(0)).rejects.toThrow(RangeError);
  expect(await thread.ask(4)).toBe(8);
});

it("rejects what a thread that ends has not answered, and begins anew", async () => {
  await expect(Promise.all([thread.ask(-1), thread.ask(5)])).rejects.toThrow("the thread has ended");
  expect(await thread.ask(6)).toBe(12);
});
