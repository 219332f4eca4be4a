import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { readCatalogue } from "../catalogue/read-catalogue.ts";
import { FEATURES } from "../matching/feature-names.ts";
import { matchCatalogue } from "../matching/match-catalogue.ts";
import type { Model } from "../matching/model.ts";
import type { GoldCatalogue } from "./examples.ts";
import { readGold } from "./gold.ts";
import { learnModel } from "./learn.ts";
import { prepare } from "./prepare.ts";
import { thresholdFor } from "./threshold.ts";

/** A catalogue of analyses given as `code;label;unit;specimen;loinc`. */
function goldCatalogue(name: string, rows: readonly string[]): GoldCatalogue {
  const cells = rows.map((row) => row.split(";"));
  const analyses = cells.map(([code, label, unit, specimen]) => `${code};${label};;;;${unit};;;${specimen};;;`);
  const gold = cells.map(([code, , , , loinc]) => `analysis\t${code}\t${loinc}\t\tsure`);
  return {
    name,
    catalogue: readCatalogue([{ name: "LOINC_3.csv", bytes: Buffer.from(`${analyses.join("\n")}\n`) }]).catalogue,
    gold: readGold(`level\tlocal_code\tloinc\tacceptable\tcertainty\n${gold.join("\n")}\n`),
  };
}

const CITY = goldCatalogue("city", [
  "GLY;Glycémie;mmol/L;Plasma;14749-6",
  "NA;Sodium;mmol/L;Plasma;2951-2",
  "K;Potassium;mmol/L;Plasma;2823-3",
  "HB;Hémoglobine;g/dL;Sang total;718-7",
  "COM;Commentaire;;;",
]);
const HOSPITAL = goldCatalogue("hospital", [
  "GLU;GLUCOSE;g/L;SERUM;2345-7",
  "CA;CALCIUM;mmol/L;SERUM;2000-8",
  "NAU;SODIUM URINAIRE;mmol/L;URINES;2955-3",
  "FAC;FRAIS DE TRANSMISSION;;;",
]);

describe("learning from small catalogues", () => {
  let model: Model;
  beforeAll(() => {
    model = learnModel(
      matcher,
      [CITY, HOSPITAL].map((gold) => prepare(matcher, gold)),
      { precision: 0.95 },
    );
  });

  it("gives a whole model, with a finite weight for each feature", () => {
    expect(Object.keys(model.analysis.weights)).toEqual([...FEATURES]);
    const { weights, confidence, abstention } = model.analysis;
    for (const weight of [weights, model.exam.weights].flatMap(Object.values))
      expect(Number.isFinite(weight)).toBe(true);
    for (const { bias, trees } of [confidence, abstention]) {
      expect(Number.isFinite(bias)).toBe(true);
      expect(trees.length).toBeGreaterThan(0);
      // JSON writes what is no number as null.
      expect(JSON.stringify(trees)).not.toContain("null");
    }
    expect(model.analysis.thresholds.auto).toBeGreaterThan(0);
    expect(model.analysis.thresholds.auto).toBeLessThanOrEqual(1);
  });

  it("ranks what it has seen", () => {
    const proposals = matchCatalogue({ ...matcher, model }, CITY.catalogue);
    const best = new Map(proposals.map((proposal) => [proposal.code, proposal.candidates[0]?.loinc]));
    expect(best.get("GLY")).toBe("14749-6");
    expect(best.get("HB")).toBe("718-7");
  });

  it("gives the same model again", () => {
    const again = learnModel(
      matcher,
      [CITY, HOSPITAL].map((gold) => prepare(matcher, gold)),
      { precision: 0.95 },
    );
    expect(again).toEqual(model);
  });
});

describe("the threshold for a precision", () => {
  const rows = fc.array(
    fc.record({ confidence: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000), right: fc.boolean() }),
  );

  it("is 1 when no share is right often enough", () => {
    expect(thresholdFor([{ confidence: 0.9, right: false }], 0.95)).toBe(1);
    expect(thresholdFor([], 0.95)).toBe(1);
  });

  it("is the lowest confidence down to which that share is right", () => {
    const list = [0.9, 0.8, 0.7, 0.6].map((confidence, i) => ({ confidence, right: i < 3 }));
    expect(thresholdFor(list, 0.95)).toBe(0.7);
    expect(thresholdFor(list, 0.75)).toBe(0.6);
  });

  it("is lower for a lower precision", () => {
    fc.assert(
      fc.property(rows, (predictions) => {
        expect(thresholdFor(predictions, 0.8)).toBeLessThanOrEqual(thresholdFor(predictions, 0.95));
      }),
    );
  });
});
