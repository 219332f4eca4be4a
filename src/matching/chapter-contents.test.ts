import { describe, expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { indexOfCode } from "../loinc/release.ts";
import { sectionHolding } from "./chapter-contents.ts";
import { chapterName } from "./chapter-name.ts";

const { binding, index } = matcher.engine;
const holding = (code: string, chapter = ""): string | undefined =>
  sectionHolding(index.release, indexOfCode(index.release, code), chapterName(binding, chapter).sections);

describe("the section in which an analysis is reported", () => {
  it("is that of its class", () => {
    expect(holding("2345-7")).toBe("18719-5");
    expect(holding("718-7")).toBe("18723-7");
    expect(holding("600-7")).toBe("18725-2");
  });

  it("is the one named, if that holds the like", () => {
    expect(holding("2345-7", "Marqueurs tumoraux")).toBe("18718-7");
    expect(holding("2345-7", "Hématologie cellulaire et biochimie")).toBe("18723-7");
    expect(holding("600-7", "Marqueurs tumoraux")).toBe("18725-2");
    expect(holding("2345-7", "Divers")).toBe("18719-5");
  });

  it("antibodies against germs are serology, whatever names virology", () => {
    expect(holding("7852-7", "Virologie")).toBe("18727-8");
  });
});
