import { expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";

it("an anion gap is of as many ions as are said: regression for Calcul 4 ions, a gap of three", () => {
  const named = (label: string): string[] => {
    const analytes = matcher.engine.read(label).segments.flatMap((segment) => segment.analytes);
    return [...new Set(analytes.filter(({ modifier }) => !modifier).map(({ component }) => component))];
  };
  expect(named("Trou anionique Calcul 3 ions")).toEqual(["Anion gap 3"]);
  expect(named("Trou anionique Calcul 4 ions")).toEqual(["Anion gap 4"]);
  expect(named("Trou anionique (Na+K-Cl-HCO3) Calcul 4 ions")).toEqual(["Anion gap 4"]);
  expect(named("Trou anionique Calcul")).toEqual(["Anion gap"]);
});
