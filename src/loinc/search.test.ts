import { describe, expect, it } from "vitest";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "./build-release.ts";
import { searchTerms } from "./search.ts";

const release = buildRelease({ title: "", version: "", source: "" }, [
  aTerm({
    code: "2345-7",
    component: "Glucose",
    system: "Ser/Plas",
    rank: 4,
    longName: "Glucose in Serum or Plasma",
    french: "glycémie",
  }),
  aTerm({ code: "2339-0", component: "Glucose", system: "Bld", rank: 5, longName: "Glucose in Blood" }),
  aTerm({ code: "2350-7", component: "Glucose", system: "Urine", rank: 400, longName: "Glucose in Urine" }),
  aTerm({
    code: "2344-0",
    component: "Glucose",
    system: "Body fld",
    rank: 3,
    status: "DEPRECATED",
    longName: "Glucose in Body fluid",
  }),
  aTerm({
    code: "718-7",
    component: "Hemoglobin",
    system: "Bld",
    rank: 1,
    longName: "Hemoglobin in Blood",
    related: "Hb; HGB; glucose carrier",
  }),
]);

const codes = (query: string, limit = 10): string[] => searchTerms(release, query, limit).map((term) => term.code);

describe("searching terms", () => {
  it("wants every word, in any order and within longer words", () => {
    expect(codes("blood gluc")).toEqual(["2339-0", "718-7"]);
    expect(codes("glucose xyz")).toEqual([]);
  });

  it("puts what people use first, synonyms after names, deprecated terms last", () => {
    expect(codes("glucose")).toEqual(["2345-7", "2339-0", "2350-7", "718-7", "2344-0"]);
  });

  it("ignores case and accents", () => {
    expect(codes("GLYCEMIE")).toEqual(["2345-7"]);
    expect(codes("glycémie")).toEqual(["2345-7"]);
  });

  it("finds a term by its code and by a synonym", () => {
    expect(codes("2350-7")).toEqual(["2350-7"]);
    expect(codes("hgb")).toEqual(["718-7"]);
  });

  it("gives no more than the limit", () => {
    expect(codes("glucose", 2)).toEqual(["2345-7", "2339-0"]);
  });

  it("finds nothing for nothing", () => {
    expect(codes("  ")).toEqual([]);
  });
});
