import { expect, it } from "vitest";
import { aTerm } from "../../test/term.ts";
import { termLine, termSheet } from "./term-text.ts";

const glucose = aTerm({
  code: "2345-7",
  component: "Glucose",
  property: "MCnc",
  system: "Ser/Plas",
  status: "ACTIVE",
  units: "mg/dL",
  rank: 4,
  longName: "Glucose [Mass/volume] in Serum or Plasma",
  french: "glycémie",
});

it("a term is one line: code, name, unit, and its status when it is not active", () => {
  expect(termLine(glucose)).toBe("2345-7    Glucose [Mass/volume] in Serum or Plasma  (mg/dL)");
  expect(termLine(aTerm({ code: "1-8", component: "X" }))).toBe("1-8       X");
  expect(termLine({ ...glucose, status: "DEPRECATED" })).toContain("[DEPRECATED]");
});

it("a sheet holds every column that says something, and no other", () => {
  const french = termSheet(glucose, "fr");
  for (const said of ["2345-7", "Composant", "Glucose", "MCnc", "Ser/Plas", "mg/dL", "Mots de recherche", "glycémie"])
    expect(french).toContain(said);
  expect(french).not.toContain("Technique");
  expect(french).not.toContain("ORDER_OBS");
  expect(termSheet(glucose, "en")).toContain("Component");
  expect(termSheet({ ...glucose, rank: 0 }, "en")).not.toContain("COMMON_TEST_RANK");
});
