/** What of a row is the same for all its candidates: worked out once, read by every feature. */
import { componentWords } from "../lexicon/normalise.ts";
import type { Binding } from "./binding.ts";
import { type Evidence, techniquesOfRows } from "./evidence.ts";
import { quotientsIn } from "./inverse-ratio.ts";
import type { RowReading } from "./read-row.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { ANALYTE_KINDS, ISOTYPES } from "./reference-index.ts";
import type { Source } from "./row.ts";
import { type Hint, hintsOf } from "./row-hints.ts";
import { organismsNamed } from "./species.ts";

/** Sources that say the technique of the row itself. */
const TECHNIQUE: ReadonlySet<Source> = new Set(["label", "synonym", "method"]);

/** What of a row is the same for all its candidates. */
export type RowFacts = {
  readonly reading: RowReading;
  readonly kind: number;
  readonly contextKind: number;
  readonly isotype: number;
  /** The unit is one of a ratio (mg/mmol of creatinine). */
  readonly statesRatio: boolean;
  /** The label has a stroke between two things that are measured. */
  readonly statesQuotient: boolean;
  readonly percent: boolean;
  readonly says: { readonly [axis in "system" | "method"]: boolean };
  readonly hints: readonly Hint[];
  /** What of the evidence says the technique of the row, though it stands around it. */
  readonly techniques: ReadonlySet<Evidence>;
  /** Organisms that words of the label name. */
  readonly organisms: () => readonly string[];
  /** For each known NABM act of the row, the bases that it measures. */
  readonly acts: readonly ReadonlyMap<number, number>[];
};

/** The facts of `reading` that ranking needs. */
export function factsOf(binding: Binding, reading: RowReading): RowFacts {
  const { label, synonym, exams, chapters, unit, evidence } = reading;
  const said = new Set<string>();
  addWordsSaid(label, said);
  if (synonym) addWordsSaid(synonym, said);
  const around = new Set<string>();
  for (const exam of exams) addWordsAround(exam, around);
  for (const chapter of chapters) addWordsAround(chapter, around);
  return {
    reading,
    kind: kindSaid(said),
    contextKind: kindSaid(around),
    isotype: isotypeSaid(said),
    statesRatio: unit?.per !== undefined && unit.per !== "",
    statesQuotient: quotientsIn(label).length > 0,
    percent: unit === undefined ? label.hasPercent : unit.dimension.startsWith("percent"),
    says: {
      system: evidence.some(({ axis, source }) => axis === "system" && source !== "habit"),
      method: evidence.some(({ axis, source }) => axis === "method" && TECHNIQUE.has(source)),
    },
    hints: hintsOf(binding, reading),
    techniques: techniquesOfRows(evidence),
    organisms: () => organismsNamed(binding, label.text),
    acts: actsOf(binding, reading.row.nabm),
  };
}

/** What the `codes` of acts measure, without those that the lexicon does not know. */
function actsOf(binding: Binding, codes: readonly string[]): ReadonlyMap<number, number>[] {
  const acts: ReadonlyMap<number, number>[] = [];
  for (const code of codes) {
    const bases = binding.act(code);
    if (bases !== undefined) acts.push(bases);
  }
  return acts;
}

/** Adds to `said` the words of components that the segments of `text` surely say. */
function addWordsSaid({ segments }: TextReading, said: Set<string>): void {
  for (const segment of segments) for (const word of wordsSaid(segment)) said.add(word);
}

/** Adds to `around` the words of components that `text`, which stands around the row, may mean. */
function addWordsAround({ segments }: TextReading, around: Set<string>): void {
  for (const { recognition, analytes } of segments)
    for (const { modifier, component } of analytes)
      if (modifier || recognition === "form") for (const word of componentWords(component)) around.add(word);
}

/** The words of components that `segment` surely says: those that all it likely names share (`Rotavirus` may be the antigen or the virus), or of all its modifiers. */
function wordsSaid({ recognition, analytes }: Segment): readonly string[] {
  let likely = 0;
  for (const { prior } of analytes) likely = Math.max(likely, prior / 2);
  const named: (readonly string[])[] = [];
  const modifiers: (readonly string[])[] = [];
  for (const { prior, modifier, component } of analytes)
    if ((recognition === "form" || prior > 0.8) && prior > likely)
      (modifier ? modifiers : named).push(componentWords(component));
  const first = named[0];
  if (first === undefined) return modifiers.flat();
  return named.length === 1 ? first : first.filter((word) => named.every((words) => words.includes(word)));
}

function kindSaid(words: ReadonlySet<string>): number {
  // what is amplified to find a mutation is a gene all the same
  if (words.has("gene")) return ANALYTE_KINDS.indexOf("gene");
  if (words.has("dna") || words.has("rna")) return ANALYTE_KINDS.indexOf("nucleic");
  if (words.has("ab") || words.has("igg") || words.has("igm") || words.has("ige"))
    return ANALYTE_KINDS.indexOf("antibody");
  if (words.has("ag")) return ANALYTE_KINDS.indexOf("antigen");
  return 0;
}

function isotypeSaid(words: ReadonlySet<string>): number {
  if (words.has("igg") && words.has("igm")) return ISOTYPES.indexOf("igg+igm");
  return Math.max(
    0,
    ISOTYPES.findIndex((isotype) => isotype !== "" && words.has(isotype)),
  );
}
