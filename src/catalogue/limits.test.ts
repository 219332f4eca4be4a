import { describe, expect, it } from "vitest";
import { overBytes, overRows } from "./limits.ts";

describe("limits", () => {
  it("has defaults far above any catalogue", () => {
    expect(overBytes(64 * 1024 * 1024, "f.csv", {})).toBeUndefined();
    expect(overBytes(64 * 1024 * 1024 + 1, "f.csv", {})).toMatchObject({ severity: "error", code: "file-too-large" });
    expect(overRows(Buffer.from("\n".repeat(500_000)), "f.csv", {})).toBeUndefined();
    expect(overRows(Buffer.from("\n".repeat(500_001)), "f.csv", {})).toMatchObject({
      severity: "error",
      code: "too-many-rows",
    });
  });

  it.each(["a\nb\nc", "a\r\nb\r\nc\r\n", "a\rb\rc", "a\rb\nc\r\n"])("counts three lines in %j", (text) => {
    expect(overRows(Buffer.from(text), "f.csv", { maxRows: 3 })).toBeUndefined();
    expect(overRows(Buffer.from(text), "f.csv", { maxRows: 2 })).toBeDefined();
  });
});
