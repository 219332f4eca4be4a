/** What of a row is the same for all its candidates: worked out once, read by every feature. */
import { componentWords } from "../lexicon/normalise.ts";
import { tokens } from "../lexicon/tokens.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";
import { quotientsIn } from "./inverse-ratio.ts";
import { overrules } from "./overruled.ts";
import type { RowReading } from "./read-row.ts";
import type { Segment } from "./read-text.ts";
import { ANALYTE_KINDS, ISOTYPES } from "./reference-index.ts";
import type { Source } from "./row.ts";
import { organismsNamed } from "./species.ts";

/** Fields of the row that state an axis. */
export const FIELDS: ReadonlySet<Source> = new Set(["unit", "specimen", "property", "time", "scale", "method"]);

/** Sources that speak of the row itself, fields and words. */
export const OWN_WORDS: ReadonlySet<Source> = new Set([...FIELDS, "label", "synonym"]);

/** Sources that say the technique of the row itself. */
const TECHNIQUE = new Set(["label", "synonym", "method"]);

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
  /** Organisms that words of the label name. */
  readonly organisms: () => readonly string[];
  /** For each known NABM act of the row, the bases that it measures. */
  readonly acts: readonly ReadonlyMap<number, number>[];
};

export type Hint = {
  readonly base: number;
  readonly axis: "system" | "property" | "time" | "scale" | "method";
  readonly fit: Float32Array;
  readonly values: readonly string[];
  readonly text: string;
  /** The word says it where no field does; else it merely lets it expect. */
  readonly said: boolean;
};

/** The facts of `reading` that ranking needs. */
export function factsOf(binding: Binding, reading: RowReading): RowFacts {
  const fields = reading.evidence.filter(({ source }) => FIELDS.has(source));
  const stated = reading.evidence.filter(
    ({ axis, source }) => FIELDS.has(source) || (axis === "system" && OWN_WORDS.has(source)),
  );
  // What is stated out, no word implies: red cells in whole blood may be, a culture by microscopy or zinc of `ZINC SPERME` in serum may not.
  const excluded = (axis: Hint["axis"], fit: Float32Array): boolean =>
    stated.some((field) => field.axis === axis && !fit.some((value, i) => value > 0 && field.fit[i]! >= 0));
  const hasSpecimen = fields.some(({ axis }) => axis === "system");
  const said = new Set<string>();
  const hints: Hint[] = [];
  for (const text of [reading.label, reading.synonym]) {
    for (const segment of text?.segments ?? []) {
      for (const word of wordsSaid(segment)) said.add(word);
      for (const analyte of segment.analytes) {
        if (analyte.hints) {
          for (const axis of ["system", "property", "time", "scale", "method"] as const) {
            const values = analyte.hints[axis];
            if (values.length === 0) continue;
            const fit = binding.values(axis, values);
            if (excluded(axis, fit)) continue;
            if (axis === "method" && reading.techniques.some((said) => overrules(binding, said, fit, [analyte.base])))
              continue;
            const said =
              axis === "system" &&
              !hasSpecimen &&
              segment.recognition !== "guess" &&
              (namesSpecimen(binding, segment.text, values) ||
                (analyte.tellsSystem && !isAmbiguous(segment.analytes, analyte)));
            hints.push({ base: analyte.base, axis, fit, values, text: segment.text, said });
          }
        }
      }
    }
  }
  const around = new Set<string>();
  for (const text of [...reading.exams, ...reading.chapters]) {
    for (const segment of text.segments)
      for (const analyte of segment.analytes)
        if (analyte.modifier || segment.recognition === "form")
          for (const word of componentWords(analyte.component)) around.add(word);
  }
  return {
    reading,
    kind: kindSaid(said),
    contextKind: kindSaid(around),
    isotype: isotypeSaid(said),
    statesRatio: reading.unit?.per !== undefined && reading.unit.per !== "",
    statesQuotient: quotientsIn(reading.label).length > 0,
    percent:
      reading.unit?.dimension.startsWith("percent") === true ||
      (reading.unit === undefined && reading.label.hasPercent),
    says: {
      system: reading.evidence.some((evidence) => evidence.axis === "system" && evidence.source !== "habit"),
      method: reading.evidence.some((evidence) => evidence.axis === "method" && TECHNIQUE.has(evidence.source)),
    },
    hints,
    organisms: () => organismsNamed(binding, reading.label.text),
    acts: reading.row.nabm.map(binding.act).filter((bases) => bases !== undefined),
  };
}

/** The words of components that `segment` surely says: those that all it likely names share (`Rotavirus` may be the antigen or the virus), or of all its modifiers. */
function wordsSaid({ recognition, analytes }: Segment): Iterable<string> {
  const likely = Math.max(0, ...analytes.map(({ prior }) => prior)) / 2;
  const meant = analytes.filter(({ prior }) => (recognition === "form" || prior > 0.8) && prior > likely);
  const [first, ...others] = meant
    .filter(({ modifier }) => !modifier)
    .map(({ component }) => componentWords(component));
  if (first === undefined) return meant.flatMap(({ component }) => componentWords(component));
  return first.filter((word) => others.every((words) => words.includes(word)));
}

/** True when the same words may mean the component of `analyte` without the system that it implies. */
function isAmbiguous(analytes: readonly BoundAnalyte[], analyte: BoundAnalyte): boolean {
  return analytes.some((other) => other.component === analyte.component && !other.tellsSystem);
}

/** True when a word of `text`, but not the first, is the specimen of one of `systems`: `PB/SG`. */
function namesSpecimen({ lexicon }: Binding, text: string, systems: readonly string[]): boolean {
  return tokens(text)
    .slice(1)
    .some(({ word }) => {
      const fits = lexicon.shortSpecimens.get(word)?.systems;
      return fits !== undefined && systems.some((system) => fits.get(system) === 1);
    });
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
