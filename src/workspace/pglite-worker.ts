/** The thread in which PGlite lives: on the main one a long statement would stall the whole server. */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { databaseError, type Parameter } from "./database.ts";

export type WorkerRequest =
  | { readonly id: number; readonly do: "query"; readonly sql: string; readonly parameters: readonly Parameter[] }
  | { readonly id: number; readonly do: "script"; readonly sql: string }
  | { readonly id: number; readonly do: "close" };

export type WorkerAnswer =
  | { readonly id: number; readonly rows: readonly unknown[] }
  | {
      readonly id: number;
      readonly error: { readonly message: string; readonly code: string; readonly constraint: string };
    };

const port = parentPort!;
const { folder } = workerData as { readonly folder: string | undefined };
const opening = folder === undefined ? PGlite.create() : PGlite.create(folder);

/** Statements run in the order in which they came. */
let last: Promise<unknown> = opening.catch(() => undefined);

port.on("message", (request: WorkerRequest) => {
  last = last.then(() => answer(request)).then((message) => port.postMessage(message));
});

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  const { id } = request;
  try {
    const database = await opening;
    if (request.do === "query") {
      const { rows } = await database.query(request.sql, [...request.parameters]);
      return { id, rows };
    }
    if (request.do === "script") await database.exec(request.sql);
    else await database.close();
    return { id, rows: [] };
  } catch (error) {
    const { message, code, constraint } = databaseError(error);
    return { id, error: { message, code, constraint } };
  }
}
