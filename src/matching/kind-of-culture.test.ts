import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const meant = (label: string, exams: string[] = []): string[] =>
  readRow(binding, read, { ...aRow(label), context: { ...aRow(label).context, exams } }).label.segments.flatMap(
    ({ analytes }) => analytes.filter(({ modifier }) => !modifier).map(({ component }) => component),
  );

describe("a culture of something else than bacteria", () => {
  it("`HEMOCULT MYCOLOGIQUE` grows fungi: regression for bacteria, signed in a lot", () => {
    expect(new Set(meant("HEMOCULT MYCOLOGIQUE"))).toEqual(new Set(["Fungus identified"]));
  });

  it.each([
    "Culture bactérienne et mycologique",
    "BACTERIO + MYCO",
    "Culture standard + BK",
    "Culture anaérobie mycologique",
  ])("grows bacteria, too, in `%s`: regression for fungi alone, signed in a lot", (label) =>
    expect(meant(label)).toContain("Bacteria identified"));

  it("stands alone in an exam of fungi: regression for bacteria", () => {
    expect(new Set(meant("CULTURE", ["MYCO PEAU ONGLE"]))).toEqual(new Set(["Fungus identified"]));
    expect(meant("CULTURE", ["BACTERIO + MYCO"])).toContain("Bacteria identified");
    expect(meant("CULTURE", ["PUS PROFOND"])).toContain("Bacteria identified");
  });

  it("grows bacteria when nothing else is said", () => {
    expect(meant("HEMOCULT")).toContain("Bacteria identified");
    expect(meant("HEMOCULT AEROBIE")).toContain("Bacteria identified");
  });
});
