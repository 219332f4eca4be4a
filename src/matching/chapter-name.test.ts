import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { chapterName } from "./chapter-name.ts";

const said = (text: string) => {
  const { sections, whole } = chapterName(matcher.engine.binding, text);
  return [sections.map(({ loinc }) => loinc).join(" "), whole];
};

describe("the sections that the name of a chapter says", () => {
  it.each([
    ["Biochimie", "18719-5", "name"],
    ["MARQ.TUMORAUX", "18718-7", "name"],
    ["Hematolgie", "18723-7", "name"],
    ["Hormonologie et explorations dynamiques", "18719-5 26437-4", "piece"],
    ["Sérologie - Tests rapides", "18727-8 18725-2", "piece"],
    ["Biochimie de Mars", "18719-5", ""],
    ["Zzz", "", ""],
  ])("%s", (text, sections, whole) => {
    expect(said(text)).toEqual([sections, whole]);
  });

  it("one that holds everything says nothing beside another", () => {
    expect(said("Point of care / Blood gases")).toEqual(["18767-4", "piece"]);
    expect(said("Point of care / Zzz")).toEqual(["26436-6", "piece"]);
  });

  it("two slips make another name: spermology is no serology", () => {
    expect(said("SPERMOLOGI")).toEqual(["", ""]);
  });
});
