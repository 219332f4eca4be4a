import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { candidatesOf } from "./candidates.ts";
import { overrules } from "./overruled.ts";

const { binding } = matcher.engine;
const fitOf = (...methods: string[]) => binding.values("method", methods);
const baseOf = (component: string): number => binding.index.bases.get(component)!;

describe("techniques overruled", () => {
  it("a technique that is said stands above the one that a name implies, where both measure", () => {
    const measuredByImmunoassay = baseOf("hepatitis a virus ab");
    expect(overrules(binding, fitOf("IA"), fitOf("HA"), [measuredByImmunoassay])).toBe(true);
    expect(overrules(binding, fitOf("IA", "HA"), fitOf("HA"), [measuredByImmunoassay])).toBe(false);
    expect(overrules(binding, fitOf("Gram stain"), fitOf("HA"), [measuredByImmunoassay])).toBe(false);
    expect(overrules(binding, fitOf("IA"), fitOf("HA"), [-1])).toBe(false);
  });

  it("an anaerobic bottle is stained all the same", () => {
    const { reading, facts } = candidatesOf(matcher.engine, aRow("Flacon anaérobie coloration de Gram"));
    const values = [...reading.evidence, ...facts.hints].flatMap((said) => said.values);
    expect(values).toContain("Gram stain");
  });
});
