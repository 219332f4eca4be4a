/** The engine in a thread of its own: matching a catalogue takes seconds, in which a server must still answer. */
import type { Catalogue } from "../catalogue/types.ts";
import { UnreadableReference } from "../loinc/open-reference.ts";
import type { Problem } from "../loinc/problem.ts";
import type { Progress } from "../matching/match-catalogue.ts";
import type { Language } from "../matching/phrases.ts";
import type { Proposal } from "../matching/proposal.ts";
import type { ReadOptions } from "../reference/read-official.ts";
import type { Installed } from "../reference/store.ts";
import type { Opened } from "./open-matcher.ts";
import type { Rerank } from "./rerank.ts";
import { startWorker } from "./start-worker.ts";
import type { FoundTerms, TermQuery } from "./term-search.ts";

/** What the thread begins with: references to open, as `openReleases` takes them, or some that were opened before. */
export type EngineStart =
  | { readonly paths: readonly string[]; readonly data: string }
  | { readonly opened: Pick<Opened, "release" | "companions"> };

/** What was installed, and remarks on the file. */
export type Added = { readonly installed: readonly Installed[]; readonly problems: readonly Problem[] };

/** An official file to install, and what a person says that it is. */
export type InstallFile = { readonly path: string; readonly data: string } & Pick<
  ReadOptions,
  "now" | "kind" | "version"
>;

type Numbered<T> = T & { readonly id: number };
type Asked =
  | { readonly do: "open" }
  | { readonly do: "warm" }
  | { readonly do: "search"; readonly query: TermQuery }
  | { readonly do: "rerank"; readonly row: Rerank; readonly language: Language }
  | { readonly do: "match"; readonly catalogue: Catalogue }
  | { readonly do: "install"; readonly file: InstallFile };
export type EngineRequest = Numbered<Asked>;
export type EngineAnswer = Numbered<
  | { readonly value: unknown }
  | { readonly unreadable: string }
  | { readonly error: Error }
  | { readonly done: number; readonly total: number }
>;

export type EngineThread = {
  /** The references that the thread began with, to be asked first. Throws `UnreadableReference`. */
  readonly open: () => Promise<Opened>;
  /** Builds lexicon and index now, so that the first question does not wait for them. */
  readonly warm: () => Promise<void>;
  readonly search: (query: TermQuery) => Promise<FoundTerms>;
  readonly rerank: (row: Rerank, language: Language) => Promise<Proposal | undefined>;
  /** The proposals for a whole catalogue, their reasons in French; candidates bear their official French labels. */
  readonly match: (catalogue: Catalogue, progress?: Progress) => Promise<Proposal[]>;
  /** Adds what an official file holds to the references in a data folder, as `transloinc reference add` does. */
  readonly install: (file: InstallFile, progress?: Progress) => Promise<Added>;
  /** Ends the thread; what it was asked and has not answered is rejected. */
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly progress: Progress | undefined;
};

/** A thread over the given reference. */
export function startEngine(start: EngineStart): EngineThread {
  const worker = startWorker(new URL("./engine-worker.ts", import.meta.url), start);
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on("message", (answer: EngineAnswer) => {
    const asked = waiting.get(answer.id);
    if (asked === undefined) return;
    if ("done" in answer) return asked.progress?.(answer.done, answer.total);
    waiting.delete(answer.id);
    if ("value" in answer) asked.resolve(answer.value);
    else asked.reject("unreadable" in answer ? new UnreadableReference(answer.unreadable) : answer.error);
  });
  worker.on("error", (error) => end(error as Error));
  worker.on("exit", () => end(new Error("the engine's thread has ended")));

  const ask = <T>(asked: Asked, progress?: Progress): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      const id = count++;
      waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, progress });
      worker.postMessage({ ...asked, id } satisfies EngineRequest);
    });
  return {
    open: () => ask({ do: "open" }),
    warm: () => ask({ do: "warm" }),
    search: (query) => ask({ do: "search", query }),
    rerank: (row, language) => ask({ do: "rerank", row, language }),
    match: (catalogue, progress) => ask({ do: "match", catalogue }, progress),
    install: (file, progress) => ask({ do: "install", file }, progress),
    close: async () => void (await worker.terminate()),
  };
}
