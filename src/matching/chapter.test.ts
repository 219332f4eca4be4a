import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { codeOf, indexOfCode } from "../loinc/release.ts";
import { type ChapterOption, chapterOptions, subchapterOptions } from "./chapter.ts";

const { engine } = matcher;
const { release } = engine.index;
const EMPTY = { terms: [], uncoded: 0 };
const term = (code: string): number => indexOfCode(release, code);
const first = (options: readonly ChapterOption[]): string | undefined =>
  options[0] === undefined ? undefined : codeOf(release, options[0].term);

describe("what a chapter is", () => {
  it.each([
    ["Biochimie", "18719-5"],
    ["HEMATOLOGIE", "18723-7"],
    ["Hémostase", "18720-3"],
    ["Gaz du sang", "18767-4"],
    ["Immuno-hématologie", "18717-9"],
  ])("%s has its section's code by name", (label, code) => {
    const options = chapterOptions(engine, label, EMPTY);
    expect(first(options)).toBe(code);
    expect(options[0]!.reason).toBe("name");
  });

  it("without a known name is what it contains", () => {
    const options = chapterOptions(engine, "Zzz", { terms: [term("718-7"), term("26464-8")], uncoded: 0 });
    expect(first(options)).toBe("18723-7");
    expect(options[0]!.reason).toBe("contents");
  });

  it("without a known name and without contents is nothing", () => {
    expect(chapterOptions(engine, "Zzz", EMPTY)).toEqual([]);
  });

  it("options come best first, with shares between 0 and 1", () => {
    const options = chapterOptions(engine, "Biochimie", { terms: [term("718-7"), term("2345-7")], uncoded: 3 });
    for (const [i, { share }] of options.entries()) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
      if (i > 0) expect(share).toBeLessThanOrEqual(options[i - 1]!.share);
    }
  });
});

describe("what a sub-chapter is", () => {
  it("perhaps a panel that has its name", () => {
    const options = subchapterOptions(matcher, "Bilan lipidique", EMPTY, term("18719-5"));
    const panels = options.filter((option) => option.reason === "panel").map((option) => codeOf(release, option.term));
    expect(panels).toContain("24331-1");
    expect(new Set(options.map((option) => option.term)).size).toBe(options.length);
  });

  it("not the panel when most of what it holds is no part of that", () => {
    const held = { terms: ["7852-7", "7853-5", "718-7", "2345-7"].map(term), uncoded: 0 };
    const [best] = subchapterOptions(matcher, "Bilan lipidique", held, term("18719-5"));
    expect(codeOf(release, best!.term)).toBe("18719-5");
    const lipids = { terms: ["2093-3", "2571-8"].map(term), uncoded: 0 };
    const [panel] = subchapterOptions(matcher, "Bilan lipidique", lipids, term("18719-5"));
    expect(codeOf(release, panel!.term)).toBe("24331-1");
  });

  it("serology rather than virology when chapter and contents say so", () => {
    const held = { terms: ["7852-7", "7853-5"].map(term), uncoded: 0 };
    expect(first(subchapterOptions(matcher, "Virologie", held, term("18727-8")))).toBe("18727-8");
  });

  it("else its chapter's code", () => {
    const options = subchapterOptions(matcher, "Zzz", EMPTY, term("18719-5"));
    expect(options).toMatchObject([{ term: term("18719-5"), reason: "parent" }]);
  });

  it("nothing when it is administrative and holds nothing that has a code", () => {
    expect(subchapterOptions(matcher, "Commentaires", EMPTY, term("18719-5"))).toEqual([]);
  });

  it("nothing when neither it nor its chapter says anything", () => {
    expect(subchapterOptions(matcher, "Zzz", EMPTY, -1)).toEqual([]);
  });

  it("a section that is a group's name too is offered once", () => {
    const options = subchapterOptions(matcher, "Antibiogrammes", EMPTY, term("18725-2"));
    const terms = options.map((option) => option.term);
    expect(first(options)).toBe("18769-0");
    expect(new Set(terms).size).toBe(terms.length);
  });
});
