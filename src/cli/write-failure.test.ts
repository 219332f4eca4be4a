import { expect, it } from "vitest";
import { writeFailure } from "./write-failure.ts";

const failed = (code: string) => Object.assign(new Error(code), { code, syscall: "open" });

it("says why a path could not be written, and that nothing was", () => {
  expect(writeFailure(failed("ENOSPC"), "out", "fr")).toMatch(/out .*plus de place.*rien n'a été écrit/);
  expect(writeFailure(failed("EROFS"), "out", "en")).toMatch(/out .*read-only.*nothing was written/);
  expect(writeFailure(failed("EXXX"), "out", "fr")).toContain("EXXX");
});

it("is no excuse for faults of the program", () => {
  expect(writeFailure(new TypeError("x is not a function"), "out", "fr")).toBeUndefined();
  expect(writeFailure(Object.assign(new Error("x"), { code: "ERR_INVALID_ARG" }), "out", "fr")).toBeUndefined();
});
