import { withIndex } from "../../engine/with-index.ts";
import { loadStarter } from "../../loinc/starter.ts";
import { LOINC_NOTICE } from "../../loinc/term.ts";
import { dataFolder } from "../../reference/data-folder.ts";
import { readOfficial } from "../../reference/read-official.ts";
import type { ReferenceKind } from "../../reference/reference.ts";
import { type Installed, installAll } from "../../reference/store.ts";
import { EXIT } from "../exit-codes.ts";
import { printProblems } from "../problems-text.ts";
import { progressLine } from "../progress.ts";
import { installedLine, type ReferenceOptions } from "../reference-text.ts";
import { writeFailure } from "../write-failure.ts";

export type AddOptions = ReferenceOptions & { readonly as?: ReferenceKind; readonly asVersion?: string };

/** Installs the references that `files` hold, each whole or not at all; exit code. */
export async function addReferences(files: readonly string[], options: AddOptions): Promise<number> {
  const { lang } = options;
  const french = lang === "fr";
  const data = dataFolder(options.data);
  const line = progressLine(french ? "Lecture" : "Reading");
  const { references, problems } = await readOfficial(files, {
    starter: loadStarter(),
    now: new Date().toISOString(),
    ...(options.as === undefined ? {} : { kind: options.as }),
    ...(options.asVersion === undefined ? {} : { version: options.asVersion }),
    onProgress: line.update,
  }).finally(line.done);
  printProblems(problems, lang);
  if (references.length === 0) {
    console.error(french ? "Rien à installer : rien n'a changé." : "Nothing to install: nothing was changed.");
    return EXIT.reference;
  }
  let installed: readonly Installed[];
  try {
    installed = await untilInterrupted((signal) => installAll(data, references.map(withIndex), signal));
  } catch (error) {
    if (isAbort(error)) {
      console.error(
        french ? "Interrompu : l'ancienne référence reste en service." : "Interrupted: the old reference stays in use.",
      );
      return EXIT.interrupted;
    }
    const failure = writeFailure(error, data, lang);
    if (failure === undefined) throw error;
    console.error(failure);
    return EXIT.output;
  }
  if (options.json) console.log(JSON.stringify({ installed, problems }));
  else {
    for (const one of installed) console.log(installedLine(one, lang));
    console.error(LOINC_NOTICE);
  }
  return problems.length > 0 ? EXIT.warnings : EXIT.ok;
}

/** What `work` comes to; Ctrl-C aborts its signal. */
async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.on("SIGINT", interrupt);
  try {
    return await work(interruption.signal);
  } finally {
    process.removeListener("SIGINT", interrupt);
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
