import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Language } from "../../matching/phrases.ts";
import { type GivenCode, readReturned, type Verdict, verifyProof } from "../../workspace/verify-proof.ts";
import { EXIT } from "../exit-codes.ts";
import { printProblems } from "../problems-text.ts";

/** Says whether a proof is as it was made, and whether the returned files hold what was signed; exit code. */
export async function verifyProofFile(path: string, tables: readonly string[], language: Language): Promise<number> {
  const codes: GivenCode[] = [];
  const bytes = await readable(path);
  if (bytes === undefined) return EXIT.input;
  for (const table of tables) {
    const file = await readable(table);
    if (file === undefined) return EXIT.input;
    const read = readReturned({ name: basename(table), bytes: file });
    printProblems(read.problems, language);
    if (read.codes.length === 0) return EXIT.input;
    codes.push(...read.codes);
  }
  const verdict = verifyProof(bytes.toString("utf8"), tables.length === 0 ? undefined : codes);
  const text = verdictText(verdict, basename(path));
  if (verdict.verdict === "intact") console.log(text);
  else console.error(text);
  return verdict.verdict === "intact" ? EXIT.ok : verdict.verdict === "unreadable" ? EXIT.input : EXIT.warnings;
}

async function readable(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch {
    console.error(`${path} n'a pas pu être lu : vérifiez le chemin.`);
    return undefined;
  }
}

function verdictText(verdict: Verdict, name: string): string {
  if (verdict.verdict === "unreadable") return `${name} n'est pas une preuve de Transloinc.`;
  const { proof } = verdict;
  const signed = `signée par ${proof.signedBy.name} le ${proof.signedAt.slice(0, 10)} (${proof.scope.name || proof.scope.key}, ${proof.rows.length} lignes)`;
  if (verdict.verdict === "altered")
    return `${name} : ALTÉRÉE. Ce fichier n'est plus celui qui a été fait à la signature, ${signed}.`;
  if (verdict.verdict === "intact")
    return verdict.compared === 0
      ? `${name} : intacte, ${signed}.`
      : `${name} : intacte, ${signed} ; les ${verdict.compared} lignes comparées de la table sont celles qui ont été signées.`;
  const lines = verdict.mismatches.map(
    ({ row, found }) =>
      `  ${row.code} « ${row.label} » : signé ${row.loinc || "sans code"}, ${found === null ? "absent de la table" : `la table dit ${found || "sans code"}`}`,
  );
  return [`${name} : intacte, ${signed}, mais la table ne correspond pas :`, ...lines].join("\n");
}
