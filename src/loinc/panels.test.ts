import { describe, expect, it } from "vitest";
import { mergePanels } from "./panels.ts";

describe("merging panels", () => {
  it("adds later members after earlier ones, each once", () => {
    const merged = mergePanels(
      new Map([
        ["24326-1", ["2951-2", "2823-3"]],
        ["58410-2", ["718-7"]],
      ]),
      new Map([
        ["24326-1", ["2823-3", "2075-0"]],
        ["24331-1", ["2093-3"]],
      ]),
    );
    expect([...merged]).toEqual([
      ["24326-1", ["2951-2", "2823-3", "2075-0"]],
      ["58410-2", ["718-7"]],
      ["24331-1", ["2093-3"]],
    ]);
  });

  it("leaves its sources as they were", () => {
    const source = new Map([["24326-1", ["2951-2"]]]);
    mergePanels(source, new Map([["24326-1", ["2823-3"]]]));
    expect(source.get("24326-1")).toEqual(["2951-2"]);
  });

  it("of nothing is nothing", () => {
    expect(mergePanels().size).toBe(0);
  });
});
