/** Of several exports of the same kind, the latest. */
import { KIND_NAMES } from "./columns.ts";
import { warningAt } from "./problems.ts";
import type { FileKind, Problem } from "./types.ts";

type Export = { readonly name: string; readonly kind: FileKind };

/**
 * For each kind the file with the latest date in its name (the last name in alphabetical order among equals), and a
 * warning for each other one.
 */
export function latestOfEachKind<File extends Export>(
  files: readonly File[],
): { readonly kept: File[]; readonly problems: Problem[] } {
  const latest = new Map<FileKind, File>();
  for (const file of files) {
    const other = latest.get(file.kind);
    if (other === undefined || isLater(file, other)) latest.set(file.kind, file);
  }
  const problems = files.flatMap((file) => {
    const kept = latest.get(file.kind)!;
    if (kept === file) return [];
    const message = `Plusieurs fichiers ${KIND_NAMES[file.kind]} : seul le plus récent, ${kept.name}, est lu. Retirez celui-ci, ou donnez les trois fichiers un à un.`;
    return [warningAt({ file: file.name }, "older-export", message)];
  });
  return { kept: files.filter((file) => latest.get(file.kind) === file), problems };
}

function isLater(a: Export, b: Export): boolean {
  const [dateA, dateB] = [dateOf(a.name), dateOf(b.name)];
  return dateA === dateB ? a.name > b.name : dateA > dateB;
}

/** AAAAMMJJ, empty when the name holds no date. */
function dateOf(name: string): string {
  const [, year = "", month = "", day = ""] =
    /(?<!\d)((?:19|20)\d\d)[-_]?([01]\d)[-_]?([0-3]\d)(?!\d)/.exec(name) ?? [];
  return year + month + day;
}
