import { describe, expect, it } from "vitest";
import { aRow } from "../../test/starter-engine.ts";
import { aTerm } from "../../test/term.ts";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { buildEngine } from "./candidates.ts";
import { countedBy } from "./per-field.ts";
import { readRow } from "./read-row.ts";
import { indexReference } from "./reference-index.ts";

const component = "Erythrocytes";
const system = "Urine sed";
const release = buildRelease({ title: "", version: "", source: "" }, [
  aTerm({ code: "5808-1", component, system, method: "Microscopy.light.HPF" }),
  aTerm({ code: "99999-1", component, system, method: "Microscopy.light.LPF" }),
  aTerm({ code: "798-9", component, system: "Urine", method: "Automated count" }),
]);
const engine = buildEngine(loadLexicon(), indexReference(release), new Set());
const { values } = release.coded.method;
const fitOf = (unit: string, method: string): number | undefined =>
  countedBy(engine.binding, engine.binding.lexicon.units.read(unit))?.[values.indexOf(method)];

describe("cells by volume or by field", () => {
  it("by volume are counted in no field: regression for HEMATIES U in /mL, by high power field", () => {
    expect(fitOf("/mL", "Microscopy.light.HPF")).toBe(-1);
    expect(fitOf("/mL", "Automated count")).toBe(0);
    const { evidence } = readRow(engine.binding, engine.read, aRow("HEMATIES U", { unit: "/mL" }));
    expect(evidence.filter(({ axis }) => axis === "method").map(({ source }) => source)).toEqual(["unit"]);
  });

  it("by field are counted in that field", () => {
    expect(fitOf("/champ", "Microscopy.light.HPF")).toBe(1);
    expect(fitOf("/champ", "Microscopy.light.LPF")).toBe(-1);
    expect(fitOf("/champ", "Automated count")).toBe(0);
  });

  it("say nothing in another unit", () => {
    expect(fitOf("g/L", "Microscopy.light.HPF")).toBeUndefined();
    expect(countedBy(engine.binding, undefined)).toBeUndefined();
  });
});

it("a unit that stands in its code alone is quoted by it: regression for empty quotes", () => {
  for (const unitCode of ["/mL", "mmol/24h"]) {
    const { evidence } = readRow(engine.binding, engine.read, { ...aRow("Hématies"), unitCode });
    const ofUnit = evidence.filter(({ source }) => source === "unit");
    expect(ofUnit.length).toBeGreaterThan(1);
    expect(new Set(ofUnit.map(({ text }) => text))).toEqual(new Set([unitCode]));
  }
});
