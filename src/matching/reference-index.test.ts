import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTerms, aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { codeOf, indexOfCode } from "../loinc/release.ts";
import { ANALYTE_KINDS, ISOTYPES, indexReference, usage } from "./reference-index.ts";

const info = { title: "", version: "", source: "" };
const release = buildRelease(info, [
  aTerm({ code: "2345-7", component: "Glucose", rank: 4 }),
  aTerm({ code: "1521-4", component: "Glucose^2H post meal" }),
  aTerm({ code: "14959-1", component: "Albumin/Creatinine", rank: 500 }),
  aTerm({ code: "13951-9", component: "Hepatitis A virus Ab.IgM" }),
  aTerm({ code: "5196-1", component: "Hepatitis B virus surface Ag" }),
  aTerm({ code: "11011-4", component: "Hepatitis C virus RNA" }),
  aTerm({ code: "21704-2", component: "HFE gene.p.Cys282Tyr" }),
]);
const index = indexReference(release);
const base = (name: string): number => index.bases.get(name.toLowerCase())!;
const listOf = ({ starts, items }: typeof index.postings, at: number): number[] =>
  Array.from(items.subarray(starts[at]!, starts[at + 1]!));
const texts = (list: readonly number[]): string[] => list.map((word) => index.wordTexts[word]!);

describe("the index of a reference", () => {
  it("files what stands before the caret as one base, with all its terms", () => {
    const codes = listOf(index.termsOfBase, base("Glucose")).map((term) => codeOf(release, term));
    expect(codes.sort()).toEqual(["1521-4", "2345-7"]);
    const component = release.coded.component.ids[indexOfCode(release, "1521-4")]!;
    expect(index.challenges.values[index.challenges.ids[component]!]).toBe("2H post meal");
    expect(index.baseOfComponent[component]).toBe(base("Glucose"));
  });

  it("parts analyte and divisor", () => {
    expect(texts(listOf(index.analyteWords, base("Albumin/Creatinine")))).toEqual(["albumin"]);
    expect(texts(listOf(index.divisorWords, base("Albumin/Creatinine")))).toEqual(["creatinine"]);
  });

  it("knows kinds and isotypes from the words", () => {
    const kind = (name: string) => ANALYTE_KINDS[index.kindOfBase[base(name)]!];
    expect(kind("Hepatitis A virus Ab.IgM")).toBe("antibody");
    expect(kind("Hepatitis B virus surface Ag")).toBe("antigen");
    expect(kind("Hepatitis C virus RNA")).toBe("nucleic");
    expect(kind("HFE gene.p.Cys282Tyr")).toBe("gene");
    expect(kind("Glucose")).toBe("other");
    expect(ISOTYPES[index.isotypeOfBase[base("Hepatitis A virus Ab.IgM")]!]).toBe("igm");
  });

  it("thinks rare words rarer, and used terms more used", () => {
    const idf = (word: string): number => index.idf[index.words.get(word)!]!;
    expect(idf("glucose")).toBeGreaterThan(idf("virus"));
    expect(index.usageOfBase[base("Glucose")]).toBeGreaterThan(index.usageOfBase[base("Albumin/Creatinine")]!);
    expect(usage(0)).toBe(0);
    expect(usage(1)).toBe(1);
    expect(usage(10)).toBeGreaterThan(usage(1000));
  });

  it("finds every base by each of its words, and every term under one base", () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const any = indexReference(buildRelease(info, terms));
        const held = Array.from(any.termsOfBase.items).sort((a, b) => a - b);
        expect(held).toEqual([...any.release.codes.keys()]);
        for (let at = 0; at < any.bases.size; at++) {
          for (const lists of [any.analyteWords, any.divisorWords])
            for (const word of lists.items.subarray(lists.starts[at]!, lists.starts[at + 1]!))
              expect(
                Array.from(any.postings.items.subarray(any.postings.starts[word]!, any.postings.starts[word + 1]!)),
              ).toContain(at);
        }
      }),
      { numRuns: 30 },
    );
  });
});
