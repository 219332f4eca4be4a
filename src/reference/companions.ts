/** What official files add to a release: French names, *Circuit de la biologie*, the NABM, panels, replacements. */
import { mergePanels, type Panels } from "../loinc/panels.ts";
import type { Replacements } from "../loinc/read-map-to.ts";
import type { PartNames } from "../loinc/read-parts.ts";
import type { FrenchNames } from "./french-names.ts";

/** The value set *Circuit de la biologie*, by the tabs that it is published in. */
export type Circuit = {
  /** Codes of *demandes*. */
  readonly exams: ReadonlySet<string>;
  /** Codes of *résultats*. */
  readonly analyses: ReadonlySet<string>;
  /** Codes of *chapitres LOINC*. */
  readonly chapters: ReadonlySet<string>;
  /** Codes of all tabs, and of files that have none: what an SGL checks against. */
  readonly all: ReadonlySet<string>;
};

/** NABM act (four digits) → codes that the official alignment gives for it, in its order. */
export type NabmAlignment = ReadonlyMap<string, readonly string[]>;

export type Companions = {
  /** In order of preference. */
  readonly french: readonly FrenchNames[];
  /** `undefined` when the value set is not installed. */
  readonly circuit: Circuit | undefined;
  readonly nabm: NabmAlignment;
  readonly panels: Panels;
  readonly replacements: Replacements;
  readonly partNames: PartNames;
  /** Code → notice of third parties (EXTERNAL_COPYRIGHT_NOTICE). */
  readonly notices: ReadonlyMap<string, string>;
  /** Where what follows from them and their release may be kept, but for its ending; see `derivedPath`. */
  readonly derived?: string;
};

/** Of a release alone. */
export const NO_COMPANIONS: Companions = {
  french: [],
  circuit: undefined,
  nabm: new Map(),
  panels: new Map(),
  replacements: new Map(),
  partNames: new Map(),
  notices: new Map(),
};

/** All that `sources` say; where two speak of the same thing, the earlier one's word counts. Panels and acts are joined. */
export function mergeCompanions(sources: readonly Companions[]): Companions {
  if (sources.length === 1) return sources[0]!;
  const circuits = sources.map(({ circuit }) => circuit).filter((circuit) => circuit !== undefined);
  return {
    french: sources.flatMap(({ french }) => french),
    circuit: circuits.length === 0 ? undefined : mergeCircuits(circuits),
    nabm: mergePanels(...sources.map(({ nabm }) => nabm)),
    panels: mergePanels(...sources.map(({ panels }) => panels)),
    replacements: firstOf(sources.map(({ replacements }) => replacements)),
    partNames: firstOf(sources.map(({ partNames }) => partNames)),
    notices: firstOf(sources.map(({ notices }) => notices)),
  };
}

/** The value set that `codes` of the given tabs make; `others` belong to none. */
export function circuitOf(codes: Partial<Omit<Circuit, "all">>, others: Iterable<string> = []): Circuit {
  const { exams = new Set<string>(), analyses = new Set<string>(), chapters = new Set<string>() } = codes;
  return { exams, analyses, chapters, all: new Set([...exams, ...analyses, ...chapters, ...others]) };
}

/** The codes of one tab; all codes when the value set came without tabs. */
export function codesOfTab(circuit: Circuit | undefined, tab: "exams" | "analyses" | "chapters"): ReadonlySet<string> {
  if (circuit === undefined) return new Set();
  const { exams, analyses, chapters, all } = circuit;
  return exams.size + analyses.size + chapters.size === 0 ? all : circuit[tab];
}

function mergeCircuits(circuits: readonly Circuit[]): Circuit {
  const union = (of: (circuit: Circuit) => ReadonlySet<string>): Set<string> =>
    new Set(circuits.flatMap((circuit) => [...of(circuit)]));
  const [exams, analyses, chapters] = [
    union((one) => one.exams),
    union((one) => one.analyses),
    union((one) => one.chapters),
  ];
  return circuitOf(
    { exams, analyses, chapters },
    union((one) => one.all),
  );
}

function firstOf<Value>(maps: readonly ReadonlyMap<string, Value>[]): ReadonlyMap<string, Value> {
  return new Map(maps.toReversed().flatMap((map) => [...map]));
}
