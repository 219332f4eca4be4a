/** Which words are the time of a sample or its number, and which are not. */
import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import type { TextReading } from "./read-text.ts";

const read = (label: string): TextReading => matcher.engine.read(label);
const meant = (label: string): string[] =>
  read(label).segments.flatMap((segment) => segment.analytes.map((analyte) => analyte.component));

describe("samples and times", () => {
  it("`CORTISOL D1` and `GLUCOSE T3` are samples, `Acarien D1` and `T3` are not", () => {
    expect(meant("CORTISOL D1")).toEqual(["Cortisol"]);
    expect(meant("GLUCOSE T3")).not.toContain("Triiodothyronine");
    expect(meant("Acarien D1")).toContain("Dermatophagoides pteronyssinus Ab.IgE");
    expect(meant("Amoxicilline c6")).toContain("Amoxicillin Ab.IgE");
    expect(meant("IgE D1")).toContain("Dermatophagoides pteronyssinus Ab.IgE");
  });

  it("`non fasting` and `non à jeun` say the contrary of fasting", () => {
    for (const label of ["Glucose non fasting", "Glycémie non à jeun", "Bile acids (non-fasting)"])
      expect(read(label).challenges).toEqual([]);
    expect(read("Glucose fasting").challenges).toContain("post CFst");
  });
});
