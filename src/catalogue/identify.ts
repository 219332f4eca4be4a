/**
 * Decides which of the three files one is: what was chosen or what its name says, unless its content says otherwise.
 */
import { KIND_NAMES } from "./columns.ts";
import { type Appearance, kindOfContent, kindOfName } from "./file-kind.ts";
import { counted, errorAt } from "./problems.ts";
import type { FileKind, Problem } from "./types.ts";

export type Identified = { readonly kind: FileKind } | { readonly problem: Problem };

/**
 * The kind of the file `name` with the given `rows` (header included, blank lines not), or why it cannot be taken as
 * one.
 */
export function identify(
  name: string,
  rows: readonly (readonly string[])[],
  width: number,
  choice?: FileKind,
): Identified {
  const said = choice ?? kindOfName(name);
  const seen = kindOfContent(rows, width);
  if (said === "returned") {
    const message =
      "Ce fichier porte le nom d'une table de transcodage (LOINC_4, 5 ou 6), pas d'un export : donnez les fichiers LOINC_1, LOINC_2 et LOINC_3.";
    return { problem: errorAt({ file: name }, "returned-file", message) };
  }
  if (said !== undefined && seen?.sure && seen.kind !== said) return { problem: wrongKind(name, said, seen, width) };
  const kind = said ?? seen?.kind;
  if (kind !== undefined) return { kind };
  const message =
    "Ni le nom ni le contenu ne disent lequel des fichiers LOINC_1, LOINC_2 ou LOINC_3 ceci est : renommez-le (par exemple LOINC_3_export_resultats.csv).";
  return { problem: errorAt({ file: name }, "unknown-kind", message) };
}

function wrongKind(name: string, said: FileKind, seen: Appearance, width: number): Problem {
  const message = `Ce fichier est donné comme ${KIND_NAMES[said]} mais ressemble à ${KIND_NAMES[seen.kind]} (${counted(width, "colonne", "colonnes")}) : vérifiez que les fichiers n'ont pas été intervertis.`;
  return errorAt({ file: name }, "wrong-kind", message);
}
