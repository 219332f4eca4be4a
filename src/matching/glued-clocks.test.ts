import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";

const { read } = matcher.engine;

describe("a clock that is glued to a name", () => {
  it.each([
    ["CORTISOLT30", "Cortisol"],
    ["INSULINET60", "Insulin"],
  ])("`%s` is a timed sample: regression for the code without a time, signed in a lot", (label, component) => {
    const reading = read(label);
    expect(reading.segments[0]!.analytes.map((analyte) => analyte.component)).toContain(component);
    expect(reading.challenges.length).toBeGreaterThan(0);
  });

  it("is no clock where the whole is a name, or the number stands apart", () => {
    expect(read("FT4").challenges).toEqual([]);
    expect(read("ANTITHROMBINET3").challenges).toEqual([]);
    expect(read("CORTISOLT 30").segments[0]!.text).not.toBe("CORTISOL");
  });
});
