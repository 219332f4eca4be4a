import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { challengeWriter, givesAnother } from "./challenge-features.ts";
import { readRow } from "./read-row.ts";
import { indexReference } from "./reference-index.ts";

const { engine } = matcher;
const MORNING = "Somatotropin^8 AM specimen";
const AFTER_GLUCOSE = "Somatotropin^1H post 75 g glucose PO";
const FASTING = "Somatotropin^post CFst";
const MIDNIGHT = "Somatotropin^12 AM specimen";
const components = [
  "Somatotropin",
  "Somatotropin^30M post XXX challenge",
  "Somatotropin^30M post dose insulin IV",
  "Somatotropin^1H post XXX challenge",
  AFTER_GLUCOSE,
  MORNING,
  FASTING,
  MIDNIGHT,
];
const terms = ["2963-7", "15347-8", "1631-1", "14146-5", "20438-8", "1558-6", "6690-2", "718-7"].map((code, i) =>
  aTerm({ code, component: components[i]! }),
);
const release = buildRelease({ title: "", version: "", source: "" }, terms);
const write = challengeWriter(indexReference(release));

/** What is set for `component` beside the row `label`. */
function featuresOf(label: string, component: string): Record<string, number> {
  const set: Record<string, number> = {};
  const number = release.coded.component.values.indexOf(component);
  write(readRow(engine.binding, engine.read, aRow(label)), number, (feature, value) => {
    set[feature] = value;
  });
  return set;
}

describe("challenge features", () => {
  it("a stimulus that is not named leaves nothing unsaid, and is never said whole", () => {
    const any = featuresOf("GH T30", "Somatotropin^30M post XXX challenge");
    expect(any).toMatchObject({ "challenge.whole": 0, "challenge.time.agrees": 1 });
    const insulin = featuresOf("GH T30", "Somatotropin^30M post dose insulin IV");
    expect(insulin["challenge.unsaid"]).toBeGreaterThan(any["challenge.unsaid"]!);
  });

  it("a stimulus that is said and missed is lost, an amount that nobody says is unsaid", () => {
    const insulin = featuresOf("GH T30 test à l'arginine", "Somatotropin^30M post dose insulin IV");
    expect(insulin["challenge.stimulus.lost"]).toBe(1);
    const any = featuresOf("GH T30 test à l'arginine", "Somatotropin^30M post XXX challenge");
    expect(any).not.toHaveProperty("challenge.stimulus.lost");
    for (const label of ["GH T30", "GH T30 test dynamique"])
      expect(featuresOf(label, "Somatotropin^30M post dose insulin IV")).not.toHaveProperty("challenge.stimulus.lost");
    expect(featuresOf("GH 1H après 75 g de glucose", AFTER_GLUCOSE)).not.toHaveProperty("challenge.amount.unsaid");
    expect(featuresOf("GH 1H après glucose", AFTER_GLUCOSE)).toHaveProperty("challenge.amount.unsaid");
  });

  it("another stimulus differs, none does not", () => {
    expect(featuresOf("GH T30 test à l'arginine", "Somatotropin^30M post dose insulin IV")).toMatchObject({
      "challenge.stimulus.differs": 1,
    });
    expect(featuresOf("GH 1H après glucose", AFTER_GLUCOSE)).not.toHaveProperty("challenge.stimulus.differs");
    for (const component of ["Somatotropin^30M post XXX challenge", MORNING])
      expect(featuresOf("GH T30 test à l'arginine", component)).not.toHaveProperty("challenge.stimulus.differs");
  });

  it("eight o'clock after a stimulus is no sample of the morning", () => {
    expect(featuresOf("GH 8h", MORNING)).toMatchObject({ "challenge.time.agrees": 1 });
    expect(featuresOf("GH 8h test à l'arginine", MORNING)).toMatchObject({ "challenge.time.differs": 1 });
  });

  it("words that link say nothing by themselves; a time that the component leaves out is lost", () => {
    const fasting = featuresOf("GH T15", FASTING);
    expect(fasting).toMatchObject({ "challenge.supported": 0, "challenge.time.lost": 1 });
    expect(featuresOf("GH après jeûne", FASTING)).not.toHaveProperty("challenge.time.lost");
  });

  it("morning is no midnight, though both are AM", () => {
    expect(featuresOf("GH matin", MIDNIGHT)).not.toHaveProperty("challenge.time.agrees");
    expect(featuresOf("GH minuit", MIDNIGHT)).toHaveProperty("challenge.time.agrees");
    expect(featuresOf("GH 8h", MIDNIGHT)).toHaveProperty("challenge.time.differs");
  });

  it("what is given in the exam decides: regression for Glycémie T30 of a hypoglycémie insulinique, after 75 g of glucose", () => {
    const { context } = aRow("");
    const isOther = (label: string, exam: string, component: string): boolean => {
      const row = aRow(label, { context: { ...context, exams: exam === "" ? [] : [exam] } });
      const reading = readRow(engine.binding, engine.read, row);
      return givesAnother(indexReference(release), reading)(release.coded.component.values.indexOf(component));
    };
    const insulin = "Somatotropin^30M post dose insulin IV";
    expect(isOther("GH T60", "Hypoglycémie insulinique : GH", AFTER_GLUCOSE)).toBe(true);
    expect(isOther("GH 60 min après insuline", "", AFTER_GLUCOSE)).toBe(true);
    for (const component of [insulin, "Somatotropin^1H post XXX challenge", "Somatotropin", MORNING])
      expect(isOther("GH T60", "Hypoglycémie insulinique : GH", component)).toBe(false);
    expect(isOther("GH après 75 g de glucose", "Hypoglycémie insulinique", AFTER_GLUCOSE)).toBe(false);
    expect(isOther("GH T60", "", AFTER_GLUCOSE)).toBe(false);
  });

  it("another time differs", () => {
    expect(featuresOf("GH T30", "Somatotropin^1H post XXX challenge")).toMatchObject({ "challenge.time.differs": 1 });
  });

  it("a component without challenge misses a time that the row states", () => {
    expect(featuresOf("GH T30", "Somatotropin")).toEqual({ "challenge.missing": 1 });
    expect(featuresOf("GH", "Somatotropin")).toEqual({});
  });
});
