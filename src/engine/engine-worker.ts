/** The thread side of the engine: opens a reference and answers one request after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { UnreadableReference } from "../loinc/open-reference.ts";
import { decodePack, encodePack } from "../loinc/pack.ts";
import type { Release } from "../loinc/release.ts";
import { type Matcher, matchCatalogue } from "../matching/match-catalogue.ts";
import type { EngineAnswer, EngineRequest, EngineStart } from "./engine-thread.ts";
import { groundsFor, loadModel, openReleases } from "./open-matcher.ts";
import { rerank } from "./rerank.ts";
import { buildTermSearch, type TermSearch } from "./term-search.ts";

/** Messages of progress, at most this often. */
const PROGRESS_MS = 100;

const port = parentPort!;
const start = workerData as EngineStart;
let release: Release | undefined;
let matcher: Matcher | undefined;
let search: TermSearch | undefined;

port.on("message", (request: EngineRequest) => {
  void answer(request).then((message) => port.postMessage(message));
});

async function answer(request: EngineRequest): Promise<EngineAnswer> {
  const { id } = request;
  try {
    return { id, value: await done(request) };
  } catch (error) {
    if (error instanceof UnreadableReference) return { id, unreadable: error.message };
    return { id, error: error as Error };
  }
}

async function done(request: EngineRequest): Promise<unknown> {
  if (request.do === "open") {
    const opened = await openReleases(start.paths ?? []);
    release = opened.release;
    return { pack: encodePack(release), starter: opened.starter };
  }
  release ??= decodePack(start.pack!);
  if (request.do === "search") {
    search ??= buildTermSearch(release);
    return search(request.query);
  }
  matcher ??= { ...groundsFor(release, "fr"), model: loadModel() };
  if (request.do === "warm") return undefined;
  if (request.do === "rerank") return rerank({ ...matcher, language: request.language }, request.row);
  let told = 0;
  return matchCatalogue(matcher, request.catalogue, (done, total) => {
    const now = performance.now();
    if (now - told < PROGRESS_MS && done < total) return;
    told = now;
    port.postMessage({ id: request.id, done, total } satisfies EngineAnswer);
  });
}
