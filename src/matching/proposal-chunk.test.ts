import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { matcher } from "../../test/starter-engine.ts";
import { loadCatalogue } from "../catalogue/load-catalogue.ts";
import { decodeChunk, encodeChunk } from "./proposal-chunk.ts";
import { analysisRanker } from "./rank-analysis.ts";
import { surroundingsOf } from "./rows.ts";

it("gives the ranked analyses that it was made of, reasons and all", async () => {
  const { catalogue } = await loadCatalogue([
    fileURLToPath(new URL("../../examples/laboratoire-du-port", import.meta.url)),
  ]);
  const ranked = catalogue.analyses.map(analysisRanker(matcher, surroundingsOf(catalogue)));
  expect(ranked.length).toBeGreaterThan(400);
  const { release } = matcher.engine.index;
  expect(decodeChunk(release, structuredClone(encodeChunk(release, ranked)))).toStrictEqual(ranked);
  expect(decodeChunk(release, encodeChunk(release, []))).toEqual([]);
});
