import { expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { otherSpelling } from "./other-spelling.ts";
import { tokens } from "./tokens.ts";

it("`Ac antiHBs` is of the surface, not of the core", () => {
  const meant = (label: string): string[] =>
    matcher.engine.read(label).segments.flatMap(({ analytes }) => analytes.map(({ component }) => component));
  for (const label of ["Ac antiHBs", "AC ANTIHBS", "antiHBs"]) {
    expect(meant(label)).toContain("Hepatitis B virus surface Ab");
    expect(meant(label)).not.toContain("Hepatitis B virus core Ab");
  }
});

it("words have at most one other spelling", () => {
  expect(tokens("Haemoglobins antiHBs fer").map(otherSpelling)).toEqual(["hemoglobin", "antihbs", "fer"]);
});
