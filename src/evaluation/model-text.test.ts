import { expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { modelText } from "./model-text.ts";
import { UNFITTED } from "./unfitted.ts";

it("the model file holds the model, a tree a line", () => {
  const trees = [["margin", 0.5, -1, ["score", 1.2, 0, 2]], 0.25] as const;
  const confidence = { bias: 1, worth: { margin: 80 }, trees };
  const analysis = { ...matcher.model.analysis, confidence };
  const model = { analysis, ...UNFITTED, measured: { auto: 99, rows: 10, lots: {} } };
  const text = modelText(model);
  expect(JSON.parse(text)).toEqual(model);
  expect(text.split("\n")).toContain('        ["margin",0.5,-1,["score",1.2,0,2]],');
});
