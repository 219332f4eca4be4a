/** Reads the files of a catalogue from disk: the one place in this folder that does. */
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { kindOfName, numberOf } from "./file-kind.ts";
import { latestOfEachKind } from "./latest-export.ts";
import { type Limits, overBytes } from "./limits.ts";
import { errorAt } from "./problems.ts";
import { type ReadCatalogue, readCatalogue } from "./read-catalogue.ts";
import type { InputFile } from "./table.ts";
import type { FileKind, Problem } from "./types.ts";

/**
 * The catalogue in `paths`: files, or folders that hold exports among other things. In a folder only files named like
 * an export are read, the latest of each kind; a file named by its path is always read. Paths that cannot be read are
 * problems, not exceptions.
 */
export async function loadCatalogue(paths: readonly string[], limits: Limits = {}): Promise<ReadCatalogue> {
  const { files, problems } = await loadInputs(paths, exportsIn, limits);
  const read = readCatalogue(files, limits);
  return { ...read, problems: [...problems, ...read.problems] };
}

/** The files in a folder that are meant when the folder is named, by their paths; what is to say of it goes to `problems`. */
export type FilesIn = (folder: string, problems: Problem[]) => Promise<readonly string[]>;

/** The files in `paths`, those of folders as `filesIn` tells. What cannot be read, or is too large, is a problem. */
export async function loadInputs(
  paths: readonly string[],
  filesIn: FilesIn,
  limits: Limits = {},
): Promise<{ readonly files: readonly InputFile[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const files: InputFile[] = [];
  for (const path of paths) {
    try {
      const found = (await stat(path)).isDirectory() ? await filesIn(path, problems) : [path];
      for (const file of found) {
        const tooLarge = overBytes((await stat(file)).size, basename(file), limits);
        if (tooLarge === undefined) files.push({ name: basename(file), bytes: await readFile(file) });
        else problems.push(tooLarge);
      }
    } catch (error) {
      problems.push(unreadable(path, error));
    }
  }
  return { files, problems };
}

async function exportsIn(path: string, problems: Problem[]): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name);
  const exports = exportsAmong(names.sort());
  if (exports.length === 0) problems.push(noExport(path, names));
  const latest = latestOfEachKind(exports);
  problems.push(...latest.problems);
  return latest.kept.map(({ name }) => join(path, name));
}

/**
 * The names that are those of exports: numbered ones (`LOINC_3…`) or, when there are none, CSV files named after what
 * they hold.
 */
function exportsAmong(names: readonly string[]): { readonly name: string; readonly kind: FileKind }[] {
  const shown = names.filter((name) => !name.startsWith(".") && !name.startsWith("~$"));
  const named = shown.flatMap((name) => {
    const kind = kindOfName(name);
    return kind === undefined || kind === "returned" ? [] : [{ name, kind }];
  });
  const numbered = named.filter(({ name }) => numberOf(name) !== undefined);
  return numbered.length > 0
    ? numbered
    : named.filter(({ name }) => [".csv", ".txt"].includes(extname(name).toLowerCase()));
}

function noExport(path: string, names: readonly string[]): Problem {
  const csv = names.filter((name) => extname(name).toLowerCase() === ".csv");
  const seen = csv.length === 0 ? "il ne contient aucun fichier CSV" : `il contient ${csv.slice(0, 5).join(", ")}`;
  const message = `Le dossier ${basename(path)} ne contient pas d'export nommé LOINC_1…, LOINC_2… ou LOINC_3… (${seen}) : donnez le bon dossier, ou les fichiers un à un.`;
  return errorAt({ file: "" }, "no-export-in-folder", message);
}

/** What is said of a `path` that the system refused to give; throws `error` on when it is no refusal of the system. */
export function unreadable(path: string, error: unknown): Problem {
  const { code } = error as { readonly code?: string };
  if (code === undefined) throw error;
  const reason =
    code === "ENOENT"
      ? "n'existe pas"
      : code === "EACCES" || code === "EPERM"
        ? "n'est pas lisible avec vos droits"
        : `n'a pas pu être lu (${code})`;
  return errorAt({ file: basename(path) }, "unreadable-path", `${path} ${reason} : vérifiez le chemin.`);
}
