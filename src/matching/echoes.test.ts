import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";
import { hintsOf } from "./row-hints.ts";

const { binding, read } = matcher.engine;
const { context } = aRow("");
const echoes = (label: string, ...exams: string[]): string[] =>
  readRow(binding, read, aRow(label, { context: { ...context, exams } }))
    .label.segments.filter(({ echo }) => echo)
    .map(({ text }) => text);

describe("what an examination looks for", () => {
  it("is the finding when one is named", () => {
    expect(echoes("Enteric culture Campy")).toEqual(["Enteric culture"]);
  });

  it("is the finding beside a mere culture: regression for MRSA screen culture, any bacteria", () => {
    expect(echoes("MRSA screen culture")).toEqual(["culture"]);
    expect(echoes("MRSA screen culture", "MRSA screen")).toEqual(["culture"]);
    expect(echoes("Culture")).toEqual([]);
  });

  it("is a list of examples when many are: regression for the culture of two germs, signed in a lot", () => {
    expect(echoes("Enteric culture (Salm/Shig/Campy/O157)")).toEqual(["Salm/Shig", "Campy", "O157"]);
  });
});

it("implies nothing of the row that it hardly names: regression for `ECBU CEL EPITH`, proposed as the culture", () => {
  const implied = (label: string): string[] =>
    hintsOf(binding, readRow(binding, read, aRow(label))).map(({ axis }) => axis);
  expect(implied("ECBU CEL EPITH")).toEqual([]);
  expect(implied("ECBU")).toContain("method");
});
