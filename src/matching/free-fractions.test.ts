import { expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";

it("the free chain is no whole one: regression for HCG.B LIBRE of a screening, the whole beta subunit", () => {
  const named = (label: string): Set<string> =>
    new Set(matcher.engine.read(label).segments.flatMap(({ analytes }) => analytes.map(({ component }) => component)));
  expect(named("HCG.B LIBRE")).toEqual(new Set(["Choriogonadotropin.beta subunit.free"]));
  expect(named("HCG.B")).not.toContain("Choriogonadotropin.beta subunit.free");
});
