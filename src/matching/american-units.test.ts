import { expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { americanSubstances } from "./american-units.ts";

it("sodium is measured by amount of substance in America, glucose and creatinine by mass", () => {
  const { index } = matcher.engine;
  const substances = americanSubstances(index);
  const isOne = (component: string): boolean => substances.has(index.bases.get(component)!);
  expect(isOne("sodium")).toBe(true);
  expect(isOne("glucose")).toBe(false);
  expect(isOne("creatinine")).toBe(false);
});
