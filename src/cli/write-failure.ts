import type { Language } from "../matching/phrases.ts";

const REASONS: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  EEXIST: ["ce chemin est un fichier, pas un dossier", "this path is a file, not a folder"],
  ENOTDIR: ["ce chemin passe par un fichier, qui n'est pas un dossier", "this path goes through a file"],
  EISDIR: ["un dossier porte le nom d'un fichier à écrire", "a folder has the name of a file to write"],
  EACCES: ["vos droits ne permettent pas d'y écrire", "you may not write there"],
  EPERM: ["vos droits ne permettent pas d'y écrire", "you may not write there"],
  EROFS: ["ce support est en lecture seule", "this medium is read-only"],
  ENOSPC: ["il n'y a plus de place sur le disque", "the disk is full"],
  EBUSY: ["un fichier est ouvert dans un autre programme", "a file is open in another program"],
};

/** Why `path` could not be written, for a person; `undefined` when `error` is not the file system's. */
export function writeFailure(error: unknown, path: string, language: Language): string | undefined {
  const { code, syscall } = error as { readonly code?: unknown; readonly syscall?: unknown };
  if (typeof code !== "string" || typeof syscall !== "string") return undefined;
  const [french, english] = REASONS[code] ?? [code, code];
  return language === "fr"
    ? `Impossible d'écrire dans ${path} (${french}) : rien n'a été écrit.`
    : `Cannot write to ${path} (${english}): nothing was written.`;
}
