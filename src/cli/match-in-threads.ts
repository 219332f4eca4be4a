/** Matches a catalogue with several threads: analyses are ranked each by itself, so they are shared out; exams and chapters look at the whole afterwards. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Catalogue } from "../catalogue/types.ts";
import { companionsOf } from "../engine/open-matcher.ts";
import { encodePack } from "../loinc/pack.ts";
import { withComponents } from "../matching/frozen-components.ts";
import { type Matcher, matchCatalogue, matchWhole, type Progress, ticking } from "../matching/match-catalogue.ts";
import type { Proposal } from "../matching/proposal.ts";
import { decodeChunk } from "../matching/proposal-chunk.ts";
import { type RankedAnalysis, settled } from "../matching/rank-analysis.ts";
import { surroundingsOf } from "../matching/rows.ts";
import type { Job, Range, Ranked } from "./matching-worker.ts";

/** A catalogue with fewer analyses is done before threads would be worth their start and their memory. */
const LARGE = 20_000;
const MOST_WORKERS = 4;
/** Analyses handed to a thread at a time. */
const RANGE = 250;

/** How many threads `catalogue` is worth, 0 for none. */
export function workersFor(catalogue: Catalogue, cores: number = availableParallelism()): number {
  return catalogue.analyses.length < LARGE || cores < 2 ? 0 : Math.min(MOST_WORKERS, cores);
}

/** What `matchCatalogue` gives, whatever the number of `workers`; with 0 it is done in this thread. `matcher` must be of `groundsFor`. */
export async function matchInThreads(
  matcher: Matcher,
  catalogue: Catalogue,
  workers: number,
  progress?: Progress,
): Promise<Proposal[]> {
  if (workers === 0) return matchCatalogue(matcher, catalogue, progress);
  const tick = ticking(catalogue, progress);
  const ranked = await rankInThreads(matcher, catalogue, workers, tick);
  const around = surroundingsOf(catalogue);
  return matchWhole(matcher, around, catalogue, settled(matcher, around, catalogue, ranked), tick);
}

async function rankInThreads(
  { engine, model, language }: Matcher,
  catalogue: Catalogue,
  workers: number,
  tick: () => void,
): Promise<RankedAnalysis[]> {
  const { release } = engine.index;
  const bytes = encodePack(withComponents(release, engine.index));
  const pack = new SharedArrayBuffer(bytes.length);
  new Uint8Array(pack).set(bytes);
  const job: Job = { pack, catalogue, model, language, companions: companionsOf(release) };
  const ranges = rangesOf(catalogue.analyses.length);
  const ranked: RankedAnalysis[] = [];
  const threads = Array.from(
    { length: Math.min(workers, ranges.length) },
    () => new Worker(SCRIPT, { workerData: job }),
  );
  try {
    await Promise.all(
      threads.map((thread) =>
        eachRange(thread, ranges, ({ from, to, chunk }) => {
          decodeChunk(release, chunk).forEach((one, i) => {
            ranked[from + i] = one;
          });
          for (let i = from; i < to; i++) tick();
        }),
      ),
    );
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return ranked;
}

/** The script of a thread stands beside this one, built as it is or not. */
const SCRIPT = new URL(import.meta.url.replace("match-in-threads", "matching-worker"));

function rangesOf(count: number): Range[] {
  return Array.from({ length: Math.ceil(count / RANGE) }, (_, i) => ({
    from: i * RANGE,
    to: Math.min(count, (i + 1) * RANGE),
  }));
}

/** Gives `thread` range after range until none is left in `ranges`, which the threads share; one range waits, so that the thread never does. */
function eachRange(thread: Worker, ranges: Range[], take: (ranked: Ranked) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let open = 0;
    const give = (): void => {
      const range = ranges.shift();
      if (range === undefined) return;
      open++;
      thread.postMessage(range);
    };
    thread.on("message", (ranked: Ranked) => {
      open--;
      give();
      take(ranked);
      if (open === 0) resolve();
    });
    thread.on("error", reject);
    give();
    give();
    if (open === 0) resolve();
  });
}
