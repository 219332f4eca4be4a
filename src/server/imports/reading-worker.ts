/** The thread side of reading. */
import { parentPort } from "node:worker_threads";
import { readCatalogue } from "../../catalogue/read-catalogue.ts";
import type { Answered, Asked } from "../../engine/asked-thread.ts";
import { writeSgl } from "../../workspace/export.ts";
import { readRows } from "../../workspace/read-rows.ts";
import { previewOf } from "./preview.ts";
import type { ReadRequest } from "./reading-thread.ts";

parentPort!.on("message", ({ id, request }: Asked<ReadRequest>) => {
  let answer: Answered;
  try {
    answer = { id, value: read(request) };
  } catch (error) {
    answer = { id, error: error as Error };
  }
  parentPort!.postMessage(answer);
});

function read(request: ReadRequest): unknown {
  if ("preview" in request) return previewOf(request.preview);
  if ("rows" in request) return readRows(request.rows);
  return "sgl" in request ? writeSgl(request.sgl) : readCatalogue(request.catalogue).catalogue;
}
