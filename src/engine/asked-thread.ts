/** A thread that is asked one thing after the other. It begins with the first question, and anew after it has ended. */
import type { Worker } from "node:worker_threads";
import { startWorker } from "./start-worker.ts";

export type Asked<Request> = { readonly id: number; readonly request: Request };
export type Answered = { readonly id: number } & ({ readonly value: unknown } | { readonly error: Error });

export type AskedThread<Request> = {
  /** What the thread makes of `request`; throws what it threw, or that it has ended. */
  readonly ask: <T>(request: Request) => Promise<T>;
  /** Ends the thread; what it was asked and has not answered is rejected. */
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void };

/** A thread that runs the module at `url`, which gives an `Answered` for each `Asked`. */
export function askedThread<Request>(url: URL): AskedThread<Request> {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let worker: Worker | undefined;
  const begin = (): Worker => {
    const begun = startWorker(url, undefined);
    const end = (error: Error): void => {
      if (worker !== begun) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    begun.on("message", (answer: Answered) => {
      const { resolve, reject } = waiting.get(answer.id)!;
      waiting.delete(answer.id);
      if ("value" in answer) resolve(answer.value);
      else reject(answer.error);
    });
    begun.on("error", (error) => end(error as Error));
    begun.on("exit", () => end(new Error("the thread has ended")));
    return begun;
  };
  return {
    ask: <T>(request: Request) =>
      new Promise<T>((resolve, reject) => {
        worker ??= begin();
        const id = count++;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ id, request } satisfies Asked<Request>);
      }),
    close: async () => void (await worker?.terminate()),
  };
}
