/** Reads the official files that a person names, each recognised by its content, into references. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { PackError } from "../loinc/pack-sections.ts";
import { errorAt, type Problem } from "../loinc/problem.ts";
import type { Release } from "../loinc/release.ts";
import { ZipError } from "../loinc/zip.ts";
import { type FoundTable, tablesIn } from "./archive-tables.ts";
import { mergeCompanions } from "./companions.ts";
import { readArchive } from "./read-archive.ts";
import type { ValueSetContent } from "./read-value-set.ts";
import { countsOf, KIND_TITLES, REFERENCE_KINDS, type Reference, type ReferenceKind } from "./reference.ts";
import { decodeReference } from "./reference-pack.ts";
import { MOST_BYTES, openSource, type Source } from "./source.ts";
import { versionInName } from "./versions.ts";

export type ReadOptions = {
  /** Gives terms our search words. */
  readonly starter: Release;
  /** ISO 8601: when the references are read. */
  readonly now: string;
  /** What a person says that the files are, and their version. */
  readonly kind?: ReferenceKind;
  readonly version?: string;
  /** Told the bytes read so far, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
};

export type ReadReferences = { readonly references: readonly Reference[]; readonly problems: readonly Problem[] };

/**
 * The references that the files and folders at `paths` hold. Those of one kind make one reference: Loinc.csv and
 * MapTo.csv may be given apart. Files that cannot be read are problems; the others are read all the same.
 */
export async function readOfficial(paths: readonly string[], options: ReadOptions): Promise<ReadReferences> {
  const problems: Problem[] = [];
  const sources: Source[] = [];
  try {
    for (const path of paths) {
      try {
        sources.push(await openSource(path));
      } catch (error) {
        problems.push(unreadable(path, error));
      }
    }
    const sized = sources.filter((source) => !isTooLarge(source, problems));
    const packs = await Promise.all(
      sized.filter(({ form }) => form === "pack").map((one) => readPack(one, options, problems)),
    );
    const archives = await readTables(sized, options, problems);
    const sets = await readValueSets(
      sized.filter((source) => source.form !== "pack" && !archives.sources.includes(source)),
      options,
      problems,
    );
    return { references: [...packs.flat(), ...archives.references, ...sets], problems };
  } finally {
    for (const source of sources) source.close();
  }
}

async function readTables(sources: readonly Source[], options: ReadOptions, problems: Problem[]) {
  const found: { readonly source: Source; readonly tables: readonly FoundTable[] }[] = [];
  for (const source of sources.filter(({ form }) => form === "entries" || form === "text")) {
    const tables = await tablesIn(source.entries);
    if (tables.length > 0) found.push({ source, tables });
    else if (source.form === "entries") problems.push(nothingIn(source));
  }
  const used = sources.filter(({ form }) => form === "entries");
  if (found.length === 0) return { references: [], sources: used };
  const tables = found.flatMap((one) => one.tables);
  const total = tables.reduce((sum, { entry }) => sum + entry.size, 0);
  const read = await readArchive(tables, options.starter, (bytes) => options.onProgress?.(bytes, total));
  problems.push(...read.problems);
  const of = found.map(({ source }) => source);
  const reference = { release: read.release, companions: read.companions };
  const kind = read.release === undefined ? "complements" : "loinc";
  const empty = Object.keys(countsOf(reference)).length === 0;
  const named = await finish(reference, kind, read.version, of, options);
  return { references: empty ? [] : [named], sources: [...used, ...of] };
}

async function readValueSets(sources: readonly Source[], options: ReadOptions, problems: Problem[]) {
  const read: { readonly source: Source; readonly content: ValueSetContent }[] = [];
  if (sources.length === 0) return [];
  // Loaded when there is a value set to read: a pack opens sooner without the parser of workbooks.
  const { readValueSet } = await import("./read-value-set.ts");
  for (const source of sources) {
    const content = await readValueSet(source, options.kind);
    if ("severity" in content) problems.push(content);
    else {
      problems.push(...content.problems);
      if (!content.problems.some(({ severity }) => severity === "error")) read.push({ source, content });
    }
  }
  const kinds = [...new Set(read.map(({ content }) => content.kind))];
  return Promise.all(
    kinds.map((kind) => {
      const same = read.filter(({ content }) => content.kind === kind);
      const companions = mergeCompanions(same.map(({ content }) => content.companions));
      const version = same.map(({ content }) => content.version).find((one) => one !== "") ?? "";
      const of = same.map(({ source }) => source);
      return finish({ release: undefined, companions }, kind, version, of, options);
    }),
  );
}

/** Version: what the person says, else the names of the files, else their content, else their date. */
async function finish(
  { release, companions }: Pick<Reference, "release" | "companions">,
  kind: ReferenceKind,
  said: string,
  sources: readonly Source[],
  { now, version: choice }: ReadOptions,
): Promise<Reference> {
  const inNames = sources.map(({ name }) => versionInName(name)).find((version) => version !== "");
  const date = sources
    .map(({ modified }) => modified.toISOString().slice(0, 10))
    .sort()
    .at(-1)!;
  const version = fileName(choice ?? inNames ?? (said || date));
  // a table that says no release is told by its date
  const dated = kind === "loinc" && /^\d{4}-/.test(version);
  const title = dated ? `LOINC, table du ${version}` : `${KIND_TITLES[kind]} ${version}`;
  const titled = release && { ...release, info: { ...release.info, title, version } };
  const facts = {
    kind,
    version,
    title,
    sources: sources.map(({ name }) => name),
    sourceHash: await hashOf(sources),
    added: now,
    counts: countsOf({ release, companions }),
  };
  return { facts, release: titled, companions };
}

/** `version` without what a file name must not hold. */
function fileName(version: string): string {
  return version.replace(/[^\w.-]+/g, "-");
}

/** Of archives and files their bytes; of a folder the bytes of its files. */
async function hashOf(sources: readonly Source[]): Promise<string> {
  const hash = createHash("sha256");
  for (const { path, form, entries } of sources) {
    const folder = form === "entries" && entries.every(({ name }) => !/\.zip\//i.test(name));
    const streams = folder ? entries.map((entry) => entry.open()) : [createReadStream(path)];
    for (const stream of streams) for await (const chunk of await stream) hash.update(chunk as Buffer);
  }
  return hash.digest("hex");
}

/** Kind and version of a pack name a file: they are taken as no more than words. */
async function readPack({ path, name }: Source, { now }: ReadOptions, problems: Problem[]): Promise<Reference[]> {
  try {
    const reference = decodeReference(await readFile(path));
    const { kind, version, added } = reference.facts;
    if (!REFERENCE_KINDS.includes(kind)) throw new PackError("ce paquet n'est pas d'une sorte connue");
    const facts = { ...reference.facts, version: fileName(version), added: added === "" ? now : added };
    return [{ ...reference, facts }];
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    problems.push(
      errorAt({ file: name }, "damaged-pack", `${error.message[0]!.toUpperCase()}${error.message.slice(1)}`),
    );
    return [];
  }
}

/** What is streamed may be larger than what is read whole; a text may turn out to be a table of the archive. */
function isTooLarge({ name, form, entries }: Source, problems: Problem[]): boolean {
  const streamed = form === "entries" || form === "text";
  const sizes = entries.map((entry) => entry.size);
  const tooLarge = streamed
    ? sizes.some((size) => size > MOST_BYTES.streamed)
    : sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES.whole;
  if (!tooLarge) return false;
  const message = `Ce fichier, une fois décompressé, dépasse ${streamed ? "2 Gio" : "512 Mio"} : ce n'est pas un fichier officiel. Téléchargez-le de nouveau.`;
  problems.push(errorAt({ file: name }, "file-too-large", message));
  return true;
}

function nothingIn({ name }: Source): Problem {
  const message =
    "Cette archive ou ce dossier ne contient pas Loinc.csv, ni MapTo.csv, PanelsAndForms.csv, Part.csv ou une variante française : donnez l'archive officielle Loinc_2.NN.zip telle qu'elle a été téléchargée.";
  return errorAt({ file: name }, "nothing-official", message);
}

function unreadable(path: string, error: unknown): Problem {
  if (error instanceof ZipError)
    return errorAt(
      { file: path },
      "damaged-archive",
      "Cette archive est abîmée ou incomplète : téléchargez-la de nouveau.",
    );
  const { code } = error as { readonly code?: string };
  if (code === undefined) throw error;
  const reason = code === "ENOENT" ? "n'existe pas" : `n'a pas pu être lu (${code})`;
  return errorAt({ file: path }, "unreadable-path", `Ce fichier ou dossier ${reason} : vérifiez le chemin.`);
}
