import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";

const specimens = (label: string): (string | undefined)[] =>
  matcher.engine.read(label).segments.flatMap(({ specimen }) => specimen?.name ?? []);

describe("`S` at the end of a label", () => {
  it("is blood beside what is measured in blood: regression for lead in serum", () => {
    expect(specimens("PB S")).toEqual(["Sang"]);
    expect(specimens("TACROLIMUS S")).toEqual(["Sang"]);
  });

  it("is serum beside anything else, and where it is written out", () => {
    expect(specimens("CREAT S")).toEqual(["Sérum"]);
    expect(specimens("PLOMB SERUM")).toEqual(["Sérum"]);
    expect(specimens("THIAMINE S")).toEqual(["Sérum"]);
  });
});
