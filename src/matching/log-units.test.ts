import { expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";

it("a logarithm is no plain count: regression for CMV ADN in log UI/mL, counted in copies", () => {
  const { units } = matcher.engine.binding.lexicon;
  for (const [unit, own, plain] of [
    ["log UI/mL", "LaCnc", ["NCnc", "ACnc"]],
    ["log copies/mL", "LnCnc", ["NCnc", "ACnc"]],
  ] as const) {
    const properties = units.read(unit)?.properties;
    expect(properties?.get(own)).toBe(1);
    for (const property of plain) expect(properties?.get(property)).toBeLessThanOrEqual(0.3);
  }
});
