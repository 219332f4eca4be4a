import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCatalogue, anAnalysis, anExam } from "../../test/a-catalogue.ts";
import { diffCatalogues, type ItemDiff } from "./diff.ts";
import type { Analysis, Exam } from "./types.ts";

const glucose = anAnalysis({ code: "GLY", label: "Glycémie", unit: "g/L", specimen: "Sérum" });

function changed(before: Analysis, after: Analysis): ItemDiff {
  return diffCatalogues(aCatalogue({ analyses: [before] }), aCatalogue({ analyses: [after] }))[0]!;
}

describe("an analysis that changes", () => {
  it.each([
    ["unit", "mmol/L"],
    ["specimen", "Urines"],
    ["method", "HPLC"],
    ["property", "Concentration molaire"],
    ["scale", "ORD"],
    ["time", "24H"],
    ["label", "Glycosurie"],
    ["synonym", "Glucose urinaire"],
  ] as const)("must be looked at again when its %s means something else", (field, value) => {
    const item = changed(glucose, { ...glucose, [field]: value });
    expect(item.status).toBe("changed");
    expect(item.again).toBe(true);
    expect(item.changes).toEqual([{ field, from: glucose[field], to: value, weight: "meaning" }]);
  });

  it.each([
    ["label", "GLYCEMIE."],
    ["specimen", "SERUM"],
    ["unit", "g / L"],
  ] as const)("keeps its decision when its %s is only spelt otherwise", (field, value) => {
    const item = changed(glucose, { ...glucose, [field]: value });
    expect(item.status).toBe("changed");
    expect(item.again).toBe(false);
    expect(item.changes[0]!.weight).toBe("spelling");
  });

  it("keeps its decision when only what stands around it changes", () => {
    const item = changed(glucose, { ...glucose, nabm: ["0552"], specimenCode: "SER", unitCode: "GL" });
    expect(item.changes.map(({ weight }) => weight)).toEqual(["context", "context", "context"]);
    expect(item.again).toBe(false);
  });

  it("is what its codes say when it has no labels", () => {
    const bare = { ...glucose, unit: "", unitCode: "GL" };
    expect(changed(bare, { ...bare, unitCode: "MMOLL" }).again).toBe(true);
  });

  it("has its specimen from its exam when it states none", () => {
    const row = { ...glucose, specimen: "", exams: ["E"] };
    const exam = anExam({ code: "E", specimen: "Sérum", analyses: ["GLY"] });
    const before = aCatalogue({ exams: [exam], analyses: [row] });
    const after = aCatalogue({ exams: [{ ...exam, specimen: "LCR" }], analyses: [row] });
    const item = diffCatalogues(before, after).find(({ key }) => key.level === "analysis")!;
    expect(item.changes).toEqual([{ field: "examSpecimen", from: "Sérum", to: "LCR", weight: "meaning" }]);
    expect(item.again).toBe(true);
  });

  it("takes two units for one when it is told so", () => {
    const before = aCatalogue({ analyses: [glucose] });
    const after = aCatalogue({ analyses: [{ ...glucose, unit: "g/l" }] });
    expect(diffCatalogues(before, after)[0]!.again).toBe(true);
    expect(diffCatalogues(before, after, { sameUnit: () => true })[0]!.again).toBe(false);
  });
});

it("an exam is what its analyses are, whatever their order", () => {
  const exam = anExam({ code: "E", analyses: ["A", "B"] });
  const of = (analyses: readonly string[]): ItemDiff =>
    diffCatalogues(aCatalogue({ exams: [exam] }), aCatalogue({ exams: [{ ...exam, analyses }] }))[0]!;
  expect(of(["B", "A"]).status).toBe("same");
  expect(of(["A", "B", "C"]).again).toBe(true);
});

it("chapters and sub-chapters are told by their place", () => {
  const sub = { code: "S", label: "Enzymes", chapter: "BIO" };
  const before = aCatalogue({ chapters: [{ code: "BIO", label: "Biochimie", subchapters: [sub] }] });
  const after = aCatalogue({
    chapters: [
      { code: "BIO", label: "BIOCHIMIE", subchapters: [] },
      { code: "URI", label: "Urines", subchapters: [{ ...sub, chapter: "URI" }] },
    ],
  });
  expect(
    diffCatalogues(before, after).map(({ key, status, again }) => [key.level, key.parent, key.code, status, again]),
  ).toEqual([
    ["chapter", "", "BIO", "changed", false],
    ["chapter", "", "URI", "added", false],
    ["subchapter", "URI", "S", "added", false],
    ["subchapter", "BIO", "S", "removed", false],
  ]);
});

it("a row under another code is told from a new one", () => {
  const before = aCatalogue({ analyses: [glucose, anAnalysis({ code: "X", label: "Autre" })] });
  const after = aCatalogue({ analyses: [{ ...glucose, code: "GLU" }, anAnalysis({ code: "Y", label: "Nouvelle" })] });
  const items = diffCatalogues(before, after);
  expect(items.map(({ key, status, formerly }) => [key.code, status, formerly?.code])).toEqual([
    ["GLU", "added", "GLY"],
    ["Y", "added", undefined],
    ["GLY", "removed", undefined],
    ["X", "removed", undefined],
  ]);
});

const text = fc.constantFrom("", "a", "B", "é", "g/L", "x y");
const anyAnalyses: fc.Arbitrary<Analysis[]> = fc
  .uniqueArray(
    fc.record({ code: fc.constantFrom("1", "2", "3", "4"), label: text, unit: text, specimen: text, method: text }),
    { selector: ({ code }) => code },
  )
  .map((rows) => rows.map(anAnalysis));
const anyExams: fc.Arbitrary<Exam[]> = fc
  .uniqueArray(fc.record({ code: fc.constantFrom("E", "F"), label: text, analyses: fc.subarray(["1", "2"]) }), {
    selector: ({ code }) => code,
  })
  .map((rows) => rows.map(anExam));
const anyCatalogue = fc.record({ chapters: fc.constant([]), exams: anyExams, analyses: anyAnalyses });

describe("any two catalogues", () => {
  it("are told whole: each item of either once, with its own status", () => {
    fc.assert(
      fc.property(anyCatalogue, anyCatalogue, (before, after) => {
        const items = diffCatalogues(before, after);
        const keys = (status: readonly string[]): string[] =>
          items
            .filter((item) => status.includes(item.status))
            .map(({ key }) => `${key.level} ${key.code}`)
            .sort();
        const all = (catalogue: typeof before): string[] =>
          [
            ...catalogue.exams.map(({ code }) => `exam ${code}`),
            ...catalogue.analyses.map(({ code }) => `analysis ${code}`),
          ].sort();
        expect(keys(["same", "changed", "removed"])).toEqual(all(before));
        expect(keys(["same", "changed", "added"])).toEqual(all(after));
      }),
    );
  });

  it("differ from themselves in nothing", () => {
    fc.assert(
      fc.property(anyCatalogue, (catalogue) => {
        expect(diffCatalogues(catalogue, catalogue).every(({ status }) => status === "same")).toBe(true);
      }),
    );
  });

  it("differ backwards in the same fields", () => {
    fc.assert(
      fc.property(anyCatalogue, anyCatalogue, (before, after) => {
        const fields = (items: readonly ItemDiff[]): string[] =>
          items.flatMap(({ key, changes }) => changes.map(({ field }) => `${key.level} ${key.code} ${field}`)).sort();
        expect(fields(diffCatalogues(before, after))).toEqual(fields(diffCatalogues(after, before)));
      }),
    );
  });
});
