import { resolve } from "node:path";
import type { Language } from "../matching/phrases.ts";
import { type OutputFile, writeAtomically } from "../transcoding/write-atomically.ts";
import { EXIT } from "./exit-codes.ts";
import { writeFailure } from "./write-failure.ts";

/** Writes `files` to `folder`, all or nothing; `undefined` when done, else the exit code, after saying why on the standard error. */
export async function writeOutputs(
  folder: string,
  files: readonly OutputFile[],
  language: Language,
): Promise<number | undefined> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  // Not `once`: a second Ctrl-C, or the one that npm passes on, must not end the program while it cleans up.
  process.on("SIGINT", interrupt);
  try {
    await writeAtomically(resolve(folder), files, interruption.signal);
    return undefined;
  } catch (error) {
    if (interruption.signal.aborted) {
      console.error(language === "fr" ? "Interrompu : rien n'a été écrit." : "Interrupted: nothing was written.");
      return EXIT.interrupted;
    }
    const failure = writeFailure(error, folder, language);
    if (failure === undefined) throw error;
    console.error(failure);
    return EXIT.output;
  } finally {
    process.removeListener("SIGINT", interrupt);
  }
}
