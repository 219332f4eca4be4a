import { expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { candidatesOf } from "./candidates.ts";
import { rankAnalysis } from "./rank-analysis.ts";
import { scorerOf } from "./score.ts";
import { timingOf } from "./timing-of-text.ts";

const { engine, model } = matcher;
const amounts = (label: string): string[] => [...timingOf(engine.read(label))].filter((word) => /^\d+$/.test(word));

it("takes grams that are written for those that a test implies", () => {
  expect(amounts("Glycémie HGPO T0")).toEqual(["75"]);
  expect(amounts("Glycémie à jeun HGPO 100 g")).toEqual(["100"]);
  expect(amounts("HGPO 75 g T60")).toEqual(["75"]);
});

it("signs no glucose after 75 g where 100 g are given: regression for `Glycémie à jeun HGPO 100 g`", () => {
  const { proposal } = rankAnalysis(
    matcher,
    candidatesOf(engine, aRow("Glycémie à jeun HGPO 100 g", { unit: "g/L" })),
    scorerOf(engine, model),
  );
  expect(proposal.candidates[0]!.name).not.toContain("75 g");
});
