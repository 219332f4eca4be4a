/** Matches a catalogue with several threads: analyses are ranked each by itself, so they are shared out; exams and chapters look at the whole afterwards. */
import { availableParallelism } from "node:os";
import { setImmediate as others } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { Catalogue } from "../catalogue/types.ts";
import { companionsOf } from "../engine/open-matcher.ts";
import { encodePack } from "../loinc/pack.ts";
import { withComponents } from "../matching/frozen-components.ts";
import { type Matcher, matchCatalogue, matchWhole, type Progress, ticking } from "../matching/match-catalogue.ts";
import type { Proposal } from "../matching/proposal.ts";
import { decodeChunk } from "../matching/proposal-chunk.ts";
import { analysisRanker, type RankedAnalysis, settled } from "../matching/rank-analysis.ts";
import { type Surroundings, surroundingsOf } from "../matching/rows.ts";
import type { Job, Range, Ranked } from "./matching-worker.ts";

/** A catalogue with fewer analyses is done before threads would be worth their start and their memory: each compiles the program for itself. */
const LARGE = 20_000;
/** Beside this thread, which ranks too. */
const MOST_WORKERS = 3;
/** Analyses handed to a thread at a time. */
const RANGE = 250;

/** How many threads beside this one `catalogue` is worth, 0 for none. */
export function workersFor(catalogue: Catalogue, cores: number = availableParallelism()): number {
  return catalogue.analyses.length < LARGE || cores < 2 ? 0 : Math.min(MOST_WORKERS, cores - 1);
}

/** What `matchCatalogue` gives, whatever the number of `workers` that help this thread. `matcher` must be of `groundsFor`. */
export async function matchInThreads(
  matcher: Matcher,
  catalogue: Catalogue,
  workers: number,
  progress?: Progress,
): Promise<Proposal[]> {
  if (workers === 0) return matchCatalogue(matcher, catalogue, progress);
  const tick = ticking(catalogue, progress);
  const around = surroundingsOf(catalogue);
  const ranked = await rankInThreads(matcher, around, catalogue, workers, tick);
  return matchWhole(matcher, around, catalogue, settled(matcher, around, catalogue, ranked), tick);
}

async function rankInThreads(
  matcher: Matcher,
  around: Surroundings,
  catalogue: Catalogue,
  workers: number,
  tick: () => void,
): Promise<RankedAnalysis[]> {
  const { engine, model, language } = matcher;
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
    const helped = threads.map((thread) =>
      eachRange(thread, ranges, ({ from, to, chunk }) => {
        decodeChunk(release, chunk).forEach((one, i) => {
          ranked[from + i] = one;
        });
        for (let i = from; i < to; i++) tick();
      }),
    );
    const rank = analysisRanker(matcher, around);
    const own = async (): Promise<void> => {
      for (let range = ranges.shift(); range !== undefined; range = ranges.shift()) {
        for (let i = range.from; i < range.to; i++) {
          ranked[i] = rank(catalogue.analyses[i]!);
          tick();
        }
        // what the threads have handed in meanwhile
        await others();
      }
    };
    await Promise.all([...helped, own()]);
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
