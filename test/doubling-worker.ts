/** A thread for tests: doubles numbers, throws at zero, and ends at -1. */
import { parentPort } from "node:worker_threads";
import type { Answered, Asked } from "../src/engine/asked-thread.ts";

parentPort!.on("message", ({ id, request }: Asked<number>) => {
  if (request < 0) process.exit(1);
  const answer: Answered = request === 0 ? { id, error: new RangeError("zero") } : { id, value: 2 * request };
  parentPort!.postMessage(answer);
});
