import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/**
 * A thread that runs the module at `url`, which its caller names by its TypeScript source: the compiled module when
 * this one is compiled, else the source itself through tsx, as in tests.
 */
export function startWorker(url: URL, workerData: unknown): Worker {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(fileURLToPath(url).replace(/\.ts$/, ".js"), { workerData });
  }
  const tsx = import.meta.resolve("tsx/esm/api");
  const start = `import(${JSON.stringify(tsx)}).then((api) => { api.register(); return import(${JSON.stringify(url.href)}); })`;
  return new Worker(start, { workerData, eval: true });
}
