/** PGlite behind the seam: one connection in a thread of its own, and a queue before it. */

import { startWorker } from "../engine/start-worker.ts";
import { beginning, type Database, DatabaseError, type Queries } from "./database.ts";
import type { WorkerAnswer, WorkerRequest } from "./pglite-worker.ts";

type Waiting = { readonly resolve: (rows: unknown[]) => void; readonly reject: (error: Error) => void };
/** A request without its number. */
type Asked = WorkerRequest extends infer R ? (R extends WorkerRequest ? Omit<R, "id"> : never) : never;

/** PostgreSQL in `folder`, which is made when it is not there; in memory without one. The caller holds the folder's lock. */
export function openPglite(folder: string | undefined): Database {
  const worker = startWorker(new URL("./pglite-worker.ts", import.meta.url), { folder });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let ended: Error | undefined;

  worker.on("message", (answer: WorkerAnswer) => {
    const { resolve, reject } = waiting.get(answer.id)!;
    waiting.delete(answer.id);
    if ("rows" in answer) resolve([...answer.rows]);
    else reject(new DatabaseError(answer.error.message, answer.error.code, answer.error.constraint));
  });
  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on("error", (error) => end(error as Error));
  worker.on("exit", () => end(new DatabaseError("the database is closed", "")));

  const ask = (asked: Asked): Promise<unknown[]> =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) return reject(ended);
      const id = count++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ ...asked, id });
    });
  const direct: Queries = {
    query: async <T>(sql: string, parameters: Parameters<Queries["query"]>[1] = []) =>
      (await ask({ do: "query", sql, parameters })) as T[],
    script: async (sql) => void (await ask({ do: "script", sql })),
  };

  // There is one connection: a statement from outside must not slip into a transaction that is under way.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    kind: "pglite",
    query: (sql, parameters) => inTurn(() => direct.query(sql, parameters)),
    script: (sql) => inTurn(() => direct.script(sql)),
    transaction: (work, isolation) =>
      inTurn(async () => {
        await direct.script(beginning(isolation));
        try {
          const result = await work(direct);
          await direct.script("commit");
          return result;
        } catch (error) {
          await direct.script("rollback");
          throw error;
        }
      }),
    close: () =>
      inTurn(async () => {
        if (ended !== undefined) return;
        await ask({ do: "close" });
        await worker.terminate();
      }),
  };
}
