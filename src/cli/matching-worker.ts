/** A thread that ranks ranges of the analyses of one catalogue and hands them back as chunks. */
import { parentPort, workerData } from "node:worker_threads";
import type { Catalogue } from "../catalogue/types.ts";
import { groundsFor } from "../engine/open-matcher.ts";
import { decodePack } from "../loinc/pack.ts";
import type { Model } from "../matching/model.ts";
import type { Language } from "../matching/phrases.ts";
import { type Chunk, encodeChunk } from "../matching/proposal-chunk.ts";
import { analysisRanker } from "../matching/rank-analysis.ts";
import { surroundingsOf } from "../matching/rows.ts";
import type { Companions } from "../reference/companions.ts";

export type Job = {
  readonly pack: SharedArrayBuffer;
  readonly catalogue: Catalogue;
  readonly model: Model;
  readonly language: Language;
  readonly companions: Companions;
};
/** Analyses from one number up to another, that one not included. */
export type Range = { readonly from: number; readonly to: number };
export type Ranked = Range & { readonly chunk: Chunk };

const { pack, catalogue, model, language, companions } = workerData as Job;
const release = decodePack(new Uint8Array(pack));
const rank = analysisRanker({ ...groundsFor(release, language, companions), model }, surroundingsOf(catalogue));

parentPort!.on("message", ({ from, to }: Range) => {
  const chunk = encodeChunk(release, catalogue.analyses.slice(from, to).map(rank));
  const arrays = [chunk.terms, chunk.confidences, chunk.reasons].map((array) => array.buffer as ArrayBuffer);
  parentPort!.postMessage({ from, to, chunk } satisfies Ranked, arrays);
});
