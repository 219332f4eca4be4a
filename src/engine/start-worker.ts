import { fileURLToPath } from "node:url";
import { type ResourceLimits, Worker } from "node:worker_threads";

/**
 * A thread that runs the module at `url`, which its caller names by its TypeScript source: the compiled module when
 * this one is compiled, else the source itself through tsx, as in tests.
 */
export function startWorker(url: URL, workerData: unknown, resourceLimits: ResourceLimits = {}): Worker {
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(fileURLToPath(url).replace(/\.ts$/, ".js"), { workerData, resourceLimits });
  }
  const tsx = import.meta.resolve("tsx/esm/api");
  const start = `import(${JSON.stringify(tsx)}).then((api) => { api.register(); return import(${JSON.stringify(url.href)}); })`;
  return new Worker(start, { workerData, resourceLimits, eval: true });
}
