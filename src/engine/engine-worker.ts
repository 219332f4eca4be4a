/** The thread side of the engine: opens a reference and answers one request after the other. */
import { parentPort, workerData } from "node:worker_threads";
import { UnreadableReference } from "../loinc/open-reference.ts";
import { loadStarter } from "../loinc/starter.ts";
import { type Matcher, matchCatalogue, type Progress } from "../matching/match-catalogue.ts";
import type { Proposal } from "../matching/proposal.ts";
import { installAll } from "../reference/store.ts";
import { withOfficialLabels } from "../transcoding/official-labels.ts";
import type { Added, EngineAnswer, EngineRequest, EngineStart, InstallFile } from "./engine-thread.ts";
import { groundsFor, loadModel, type Opened, openReleases } from "./open-matcher.ts";
import { rerank } from "./rerank.ts";
import { buildTermSearch, type TermSearch } from "./term-search.ts";
import { withIndex } from "./with-index.ts";

/** Messages of progress, at most this often. */
const PROGRESS_MS = 100;

const port = parentPort!;
const start = workerData as EngineStart;
let opened: Pick<Opened, "release" | "companions"> | undefined;
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
  const tell = teller(request.id);
  if (request.do === "install") return added(request.file, tell);
  opened ??= "opened" in start ? start.opened : await openReleases(start.paths, start);
  if (request.do === "open") return opened;
  const { release, companions } = opened;
  if (request.do === "search") {
    search ??= buildTermSearch(release, companions.french);
    return search(request.query);
  }
  matcher ??= { ...groundsFor(release, "fr", companions), model: loadModel() };
  if (request.do === "warm") return undefined;
  const labelled = (proposals: readonly Proposal[]): Proposal[] => withOfficialLabels(proposals, companions.french);
  if (request.do === "rerank") {
    const proposal = rerank({ ...matcher, language: request.language }, request.row);
    return proposal && labelled([proposal])[0];
  }
  return labelled(matchCatalogue(matcher, request.catalogue, tell));
}

async function added({ path, data, ...said }: InstallFile, onProgress: Progress): Promise<Added> {
  const { readOfficial } = await import("../reference/read-official.ts");
  const { references, problems } = await readOfficial([path], { ...said, starter: loadStarter(), onProgress });
  return { installed: await installAll(data, references.map(withIndex)), problems };
}

function teller(id: number): Progress {
  let told = 0;
  return (done, total) => {
    const now = performance.now();
    if (now - told < PROGRESS_MS && done < total) return;
    told = now;
    port.postMessage({ id, done, total } satisfies EngineAnswer);
  };
}
