/** Whether a row bears no code at all: lines of management and comments, and tests that LOINC does not know. Learned apart from confidence. */
import { CONFIDENCE_FEATURES } from "./confidence.ts";
import type { RowReading } from "./read-row.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { overLetters, spokenSegments } from "./spoken.ts";
import { chanceByTrees, type Trees } from "./trees.ts";

export const ABSTENTION_FEATURES = [
  ...CONFIDENCE_FEATURES,
  "administrative.decisive", // …when it leaves hardly a doubt
  "administrative.first", // strength of what the label begins with: `Commentaire ECBU`
  "administrative.last", // …ends with: `Borrelia - commentaire`
  "administrative.alone", // the label says nothing else, but for what its exam is called
  "administrative.exam", // strength times share of letters of the exam that says so most
  "administrative.chapter", // …of its chapter or sub-chapter
  "analyte", // share of the label's letters that the lexicon knows as something measured
  "unit", // a unit is stated
  "administrative.measured", // …beside an administrative word, and no analyte or one that is denied
  "specimen", // a specimen is stated
] as const;

export type AbstentionFeature = (typeof ABSTENTION_FEATURES)[number];
export type AbstentionModel = Trees<AbstentionFeature>;

const OUT = Object.fromEntries(ABSTENTION_FEATURES.map((name, i) => [name, i])) as {
  readonly [name in AbstentionFeature]: number;
};

/** What a unit beside an analyte outweighs, whatever is remarked in the label: `Potassium (prélèvement non coagulé)` in mmol/L is measured. */
const REMARKS = (
  [
    "administrative",
    "administrative.strong",
    "administrative.share",
    "administrative.decisive",
    "administrative.first",
    "administrative.last",
    "administrative.alone",
    "administrative.measured",
  ] as const
).map((name) => OUT[name]);

/** Words that say no more than "result" or "number" are not administrative by themselves. */
const TELLS = 0.3;
const DECISIVE = 0.95;
const ALONE = 0.6;

/**
 * What the abstention model looks at, in the order of `ABSTENTION_FEATURES`; `seen` is what confidence looked at. Of an analyte with its unit nothing
 * administrative is told, unless it is certain.
 */
export function abstentionFeatures(reading: RowReading, seen: Float32Array): Float32Array {
  const spoken = spokenSegments(reading.label);
  const strongest = reading.administrative;
  const own = spoken.filter(({ echo }) => !echo);
  const out = new Float32Array(ABSTENTION_FEATURES.length);
  out.set(seen);
  out[OUT["administrative.decisive"]] = strongest >= DECISIVE ? 1 : 0;
  out[OUT["administrative.first"]] = telling(spoken[0]);
  out[OUT["administrative.last"]] = telling(spoken.at(-1));
  out[OUT["administrative.alone"]] = own.length > 0 && own.every((segment) => segment.administrative >= ALONE) ? 1 : 0;
  out[OUT["administrative.exam"]] = Math.max(0, ...reading.exams.map(shareAround));
  out[OUT["administrative.chapter"]] = Math.max(0, ...reading.chapters.map(shareAround));
  out[OUT.analyte] = overLetters(spoken, (segment) =>
    segment.recognition !== "guess" && segment.analytes.length > 0 ? 1 : 0,
  );
  out[OUT.unit] = reading.unit === undefined ? 0 : 1;
  out[OUT["administrative.measured"]] = reading.unit === undefined ? 0 : strongest;
  out[OUT.specimen] = reading.row.specimen === "" && reading.row.specimenCode === "" ? 0 : 1;
  return reading.unit !== undefined && out[OUT.analyte]! > 0 && strongest < 1 ? withoutRemarks(out) : out;
}

function withoutRemarks(features: Float32Array): Float32Array {
  for (const at of REMARKS) features[at] = 0;
  return features;
}

/** Of a row that says outright that it holds no result: `CRP annulée`. */
const CERTAIN = 0.98;

/** The chance that a row bears no code, given what `abstentionFeatures` saw. */
export function abstentionOf(model: AbstentionModel, features: Float32Array): number {
  // The lexicon gives this strength to words that hold whatever is named beside them, and whatever its unit.
  if (features[OUT.administrative]! >= 1) return CERTAIN;
  return chanceByTrees(model, ABSTENTION_FEATURES, features);
}

function telling(segment: Segment | undefined): number {
  return segment === undefined || segment.administrative < TELLS ? 0 : segment.administrative;
}

/** The share of a text around rows, worked out once: many rows stand in one exam. */
function shareAround(text: TextReading): number {
  let share = sharesAround.get(text);
  if (share === undefined) {
    share = administrativeShare(text);
    sharesAround.set(text, share);
  }
  return share;
}

const sharesAround = new WeakMap<TextReading, number>();

/** Administrative strength over the letters of a text, 0 to 1. */
function administrativeShare(text: TextReading): number {
  return overLetters(spokenSegments(text), (segment) => segment.administrative);
}
