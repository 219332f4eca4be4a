import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";
import { ANALYTE_KINDS } from "./reference-index.ts";
import { factsOf } from "./row-facts.ts";

const { binding, read } = matcher.engine;
const factsFor = (label: string) => factsOf(binding, readRow(binding, read, aRow(label)));
const kindOf = (label: string): string | undefined => ANALYTE_KINDS[factsFor(label).kind];
const methods = (label: string): readonly string[] =>
  factsFor(label).reading.evidence.flatMap(({ axis, values }) => (axis === "method" ? values : []));

describe("techniques behind an analyte", () => {
  it("amplify a gene that stays a gene: regression for Facteur V Leiden [PCR temps réel], CMV DNA", () => {
    expect(kindOf("Facteur V Leiden (R506Q) [PCR temps réel]")).toBe("gene");
    expect(methods("Facteur V Leiden (R506Q) [PCR temps réel]")).toContain("Molgen");
    expect(kindOf("Toxoplasma gondii [PCR temps réel]")).toBe("nucleic");
  });

  it("are rapid: regression for Rota Ag (rapide), by agglutination", () => {
    expect(methods("Rota Ag (rapide)")).toEqual(["IA.rapid"]);
    expect(kindOf("Rota Ag (rapide)")).toBe("antigen");
  });

  it("of a kit with its version say each virus: regression for FIRST RESPONSE VIH 1.2.0 - VIH1, both", () => {
    for (const [label, component] of [
      ["FIRST RESPONSE VIH 1.2.0 - VIH1", "HIV 1 Ab"],
      ["FIRST RESPONSE VIH 1.2.0 - VIH2", "HIV 2 Ab"],
    ] as const) {
      const named = factsFor(label).reading.label.segments.flatMap(({ analytes }) => analytes);
      expect(new Set(named.map((analyte) => analyte.component))).toEqual(new Set([component]));
    }
  });
});
