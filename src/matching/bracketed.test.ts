import { expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const administrative = (label: string): number =>
  readRow(matcher.engine.binding, matcher.engine.read, aRow(label)).administrative;

it("a property in brackets is not administrative: regression for a culture left without a code", () => {
  expect(administrative("Bactéries identifiées [Identifiant] Urine ; Nominal ; Culture")).toBe(0);
  expect(administrative("Identifiant")).toBeGreaterThan(0.5);
});
