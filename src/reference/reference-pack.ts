/** A reference as one file: its facts, its release and its companions as sections, and the hash of them all. */
import { createHash } from "node:crypto";
import { codedBodies, codedColumn, releaseBodies, releaseOf, textBlob, textBodies } from "../loinc/pack.ts";
import {
  type Bodies,
  bytesOf,
  decodePackSections,
  encodePackSections,
  type PackSections,
} from "../loinc/pack-sections.ts";
import type { ReleaseInfo } from "../loinc/release.ts";
import { type Companions, circuitOf } from "./companions.ts";
import { FRENCH_COLUMNS, type FrenchNames } from "./french-names.ts";
import type { Reference, ReferenceFacts } from "./reference.ts";

/** Sections of maps, whole as JSON: they hold some thousand entries. */
const MAPS = ["nabm", "panels", "replacements", "partNames", "notices"] as const;

/** The bytes of the file of `reference`. */
export function encodeReference({ facts, release, companions }: Reference): Uint8Array {
  const bodies: Bodies = [
    ...(release === undefined ? [] : releaseBodies(release)),
    ...companions.french.flatMap((names, i) => frenchBodies(`french${i}`, names)),
    ...MAPS.flatMap((name) => (companions[name].size === 0 ? [] : [json(name, [...companions[name]])])),
    ...(companions.circuit === undefined ? [] : [json("circuit", circuitLists(companions.circuit))]),
  ];
  const hash = hashOf(bodies.map(([, body]) => body));
  const about = release === undefined ? {} : { info: release.info, size: release.size };
  return encodePackSections({ ...about, facts, hash, sectionNames: bodies.map(([name]) => name) }, bodies);
}

/**
 * The reference that `bytes` hold; a pack that `transloinc pack` made is one of LOINC without companions. Throws
 * `PackError` when they are no whole pack.
 */
export function decodeReference(bytes: Uint8Array): Reference {
  const sections = decodePackSections(bytes);
  const release = sections.has("codes") ? releaseOf(sections) : undefined;
  return { facts: factsOf(sections.head), release, companions: companionsIn(sections) };
}

/** The facts in the header of a pack. */
export function factsOf(head: Readonly<Record<string, unknown>>): ReferenceFacts {
  const { facts, info, size } = head as {
    readonly facts?: ReferenceFacts;
    readonly info?: ReleaseInfo;
    readonly size?: number;
  };
  if (facts !== undefined) return facts;
  const { title = "LOINC", version = "", source = "" } = info ?? {};
  return { kind: "loinc", version, title, sources: [source], sourceHash: "", added: "", counts: { terms: size ?? 0 } };
}

/** Whether the sections of a pack are those that were hashed when it was made; packs without a hash are taken as they are. */
export function isIntact(bytes: Uint8Array): boolean {
  const sections = decodePackSections(bytes);
  const { hash, sectionNames } = sections.head as { readonly hash?: string; readonly sectionNames?: string[] };
  return hash === undefined || hash === hashOf((sectionNames ?? []).map((name) => sections.bytes(name)));
}

function hashOf(bodies: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const body of bodies) hash.update(body);
  return hash.digest("hex");
}

function json(name: string, value: unknown): [string, Uint8Array] {
  return [name, Buffer.from(JSON.stringify(value), "utf8")];
}

type CircuitLists = { readonly [tab in "exams" | "analyses" | "chapters" | "all"]: readonly string[] };

function circuitLists({ exams, analyses, chapters, all }: NonNullable<Companions["circuit"]>): CircuitLists {
  return { exams: [...exams], analyses: [...analyses], chapters: [...chapters], all: [...all] };
}

function companionsIn(sections: PackSections): Companions {
  const french: FrenchNames[] = [];
  while (sections.has(`french${french.length}.codes`)) french.push(frenchIn(sections, `french${french.length}`));
  const map = (name: (typeof MAPS)[number]) =>
    new Map(sections.has(name) ? (sections.json(name) as [string, never][]) : []);
  const lists = sections.has("circuit") ? (sections.json("circuit") as CircuitLists) : undefined;
  return {
    french,
    circuit:
      lists &&
      circuitOf(
        { exams: new Set(lists.exams), analyses: new Set(lists.analyses), chapters: new Set(lists.chapters) },
        lists.all,
      ),
    nabm: map("nabm"),
    panels: map("panels"),
    replacements: map("replacements"),
    partNames: map("partNames"),
    notices: map("notices"),
  };
}

function frenchBodies(name: string, names: FrenchNames): Bodies {
  return [
    [`${name}.codes`, bytesOf(names.codes)],
    ...textBodies(`${name}.labels`, names.labels),
    ...FRENCH_COLUMNS.flatMap((column) => codedBodies(`${name}.${column}`, names.columns[column])),
  ];
}

function frenchIn(sections: PackSections, name: string): FrenchNames {
  const columns = FRENCH_COLUMNS.map((column) => [column, codedColumn(sections, `${name}.${column}`)]);
  return {
    codes: sections.words(`${name}.codes`),
    labels: textBlob(sections, `${name}.labels`),
    columns: Object.fromEntries(columns) as FrenchNames["columns"],
  };
}
