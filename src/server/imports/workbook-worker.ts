/** Reads one spreadsheet and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { workbookFiles } from "../../catalogue/from-workbook.ts";
import type { InputFile } from "../../catalogue/table.ts";

parentPort!.postMessage(await workbookFiles(workerData as InputFile));
