/** Reads a spreadsheet in a thread with little memory and little time: one that unpacks to gigabytes ends there. */
import { errorAt } from "../../catalogue/problems.ts";
import type { InputFile } from "../../catalogue/table.ts";
import type { Problem } from "../../catalogue/types.ts";
import { startWorker } from "../../engine/start-worker.ts";

const MEMORY_MIB = 512;
const SECONDS = 30;

/** Its sheets as CSV files, or why it cannot be read. */
export function readWorkbook(file: InputFile): Promise<InputFile[] | Problem> {
  const worker = startWorker(new URL("./workbook-worker.ts", import.meta.url), file, {
    maxOldGenerationSizeMb: MEMORY_MIB,
  });
  return new Promise((resolve) => {
    const end = (read: InputFile[] | Problem): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(read);
    };
    const timer = setTimeout(() => end(tooMuch(file)), SECONDS * 1000);
    worker.once("message", end);
    worker.once("error", () => end(tooMuch(file)));
  });
}

function tooMuch({ name }: InputFile): Problem {
  const message =
    "Ce classeur est trop volumineux pour être lu : enregistrez chaque feuille en CSV et donnez les fichiers obtenus.";
  return errorAt({ file: name }, "workbook-too-large", message);
}
