import { expect, it } from "vitest";
import { nabmActs } from "./nabm.ts";

it.each([
  ["", []],
  ["1104", ["1104"]],
  ["1104+1208", ["1104", "1208"]],
  ["1104, 1208/0996|0552 1601", ["1104", "1208", "0996", "0552", "1601"]],
  ["552", ["0552"]],
  ["HN", ["HN"]],
  ["hn", ["HN"]],
  ["Hors nomenclature", ["HN"]],
  ["1104 + HN", ["1104", "HN"]],
  ["1104;1104", ["1104"]],
  ["B40", []],
  ["12345", []],
])("finds the acts in %j", (cell, acts) => {
  expect(nabmActs(cell)).toEqual(acts);
});
