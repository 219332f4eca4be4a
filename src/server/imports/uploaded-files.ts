/** The files of a multipart request: bounded, named, spreadsheets turned into CSV. */
import { basename } from "node:path";
import { isWorkbook } from "../../catalogue/from-workbook.ts";
import type { InputFile } from "../../catalogue/table.ts";
import { boundedBody } from "../http/bounded-body.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusals.ts";
import { readWorkbook } from "./workbook-thread.ts";

/** LOINC_1, LOINC_2, LOINC_3, and room for a wrong one. */
const MOST_FILES = 10;

/** The parts named `files`, or why they are refused. */
export async function uploadedFiles(request: Request, limit: number): Promise<InputFile[] | Refusal> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type))
    return refuse("bad-request", { message: "Envoyez les fichiers en multipart/form-data." });
  const bytes = await boundedBody(request, limit);
  if (isRefusal(bytes)) return bytes;
  const form = await new Response(bytes, { headers: { "Content-Type": type } }).formData().catch(() => undefined);
  const parts = form?.getAll("files").filter((part) => typeof part !== "string") ?? [];
  if (parts.length === 0)
    return refuse("bad-request", { message: "Aucun fichier : envoyez-les sous le nom « files »." });
  if (parts.length > MOST_FILES)
    return refuse("bad-request", { message: `Au plus ${MOST_FILES} fichiers à la fois : un catalogue en a trois.` });
  const files: InputFile[] = [];
  for (const part of parts) {
    const file = { name: nameOf(part.name), bytes: new Uint8Array(await part.arrayBuffer()) };
    const read = isWorkbook(file) ? await readWorkbook(file) : [file];
    if (!Array.isArray(read)) return refuse("invalid", { message: `${file.name} : ${read.message}`, details: [read] });
    files.push(...read);
  }
  return distinct(files);
}

/** A base name without what a file system or a screen could misread. */
function nameOf(given: string): string {
  return (
    basename(given.replaceAll("\\", "/"))
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .slice(0, 150) || "sans-nom"
  );
}

/** Problems name files, so two of one name get different ones. */
function distinct(files: readonly InputFile[]): InputFile[] {
  const seen = new Map<string, number>();
  return files.map((file) => {
    const count = (seen.get(file.name) ?? 0) + 1;
    seen.set(file.name, count);
    return count === 1 ? file : { ...file, name: `${count}-${file.name}` };
  });
}
