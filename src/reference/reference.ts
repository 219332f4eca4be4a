/** One official reference, as it is read from its files and kept in the data folder. */
import type { Release } from "../loinc/release.ts";
import type { Companions } from "./companions.ts";

/** `complements`: files of the LOINC archive that came without its table. */
export const REFERENCE_KINDS = ["loinc", "biologie-fr", "circuit", "complements"] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/** Sorts of things that references hold. */
export const COUNTED = [
  "terms",
  "frenchNames",
  "replacements",
  "panels",
  "parts",
  "circuitCodes",
  "circuitExams",
  "circuitAnalyses",
  "circuitChapters",
  "nabmActs",
  "nabmPairs",
] as const;

/** How many things of each sort a reference holds; sorts that it does not hold are left out. */
export type Counts = { readonly [counted in (typeof COUNTED)[number]]?: number };

export type ReferenceFacts = {
  readonly kind: ReferenceKind;
  /** Such as `2.81` or `2026-06-30`. */
  readonly version: string;
  /** Such as `LOINC 2.81`. */
  readonly title: string;
  /** Base names of the files that it was read from. */
  readonly sources: readonly string[];
  /** SHA-256 of these files, in order. */
  readonly sourceHash: string;
  /** When it was added, ISO 8601. */
  readonly added: string;
  readonly counts: Counts;
};

export type Reference = {
  readonly facts: ReferenceFacts;
  readonly release: Release | undefined;
  readonly companions: Companions;
};

/** What names a reference in the data folder: `loinc-2.81`. */
export function referenceId({ kind, version }: Pick<ReferenceFacts, "kind" | "version">): string {
  return `${kind}-${version}`;
}

/** How messages call each kind, in French. */
export const KIND_TITLES: { readonly [kind in ReferenceKind]: string } = {
  loinc: "LOINC",
  "biologie-fr": "LOINC Biologie FR",
  circuit: "Circuit de la biologie",
  complements: "Compléments LOINC",
};

/** Counts what a reference holds. */
export function countsOf({ release, companions }: Pick<Reference, "release" | "companions">): Counts {
  const { french, circuit, nabm, panels, replacements, partNames } = companions;
  const frenchNames = french.reduce((sum, names) => sum + names.codes.length, 0);
  const counts = {
    terms: release?.size ?? 0,
    frenchNames,
    replacements: replacements.size,
    panels: panels.size,
    parts: partNames.size,
    circuitCodes: circuit?.all.size ?? 0,
    circuitExams: circuit?.exams.size ?? 0,
    circuitAnalyses: circuit?.analyses.size ?? 0,
    circuitChapters: circuit?.chapters.size ?? 0,
    nabmActs: nabm.size,
    nabmPairs: [...nabm.values()].reduce((sum, codes) => sum + codes.length, 0),
  };
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
