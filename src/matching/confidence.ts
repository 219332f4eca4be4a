/** How sure a proposal is: trees that ask of what ranking saw, learned from catalogues that ranking had not learned from. */

import type { Release } from "../loinc/release.ts";
import { AXES } from "../loinc/term.ts";
import { EXACT, LOOSE } from "./binding.ts";
import type { Candidates } from "./candidates.ts";
import { AT, FEATURES, type Feature } from "./feature-names.ts";
import { logOdds } from "./logistic.ts";
import { GENERAL_SECTION } from "./read-row.ts";
import type { Recognition, Segment } from "./read-text.ts";
import { losesSpecies } from "./species.ts";
import { overLetters, spokenSegments } from "./spoken.ts";
import { chanceByTrees, type Trees } from "./trees.ts";

export const CONFIDENCE_FEATURES = [
  "probability", // log-odds of the best candidate among the candidates
  "margin", // lead over the second, in score
  "margin.other", // lead over the best candidate of another component
  ...AXES.map((axis) => `rival.${axis}` as const), // how near the best candidate comes that differs on this axis
  ...AXES.map((axis) => `rival.only.${axis}` as const), // …on no other
  "unknown", // share of label words that nothing recognised
  "unread", // a word of some length that nothing recognised
  "guessed", // share that was recognised by likeness only
  "administrative",
  "administrative.strong",
  "administrative.share", // strength times the share of the label's letters that are administrative
  "unit.contradicts",
  "unit.agrees",
  "unit.exact", // the very property that the unit measures
  "unit.loose", // one that it measures at a pinch
  "copies.unsaid", // counts what amplification mostly only finds, and no unit says copies, units or their logarithm
  "system.contradicts",
  "system.agrees",
  "system.exact", // the very system that the row names
  "system.loose", // one that its words allow at a pinch
  "system.unsaid",
  "method.lost", // the row states a technique, the candidate none
  "species.lost", // …one species of those that the code searches for
  "sample.lost", // …a sampling time other than before the test
  "challenge.open",
  "divisor.open",
  "silent", // no unit, no specimen, no technique
  "score", // the best candidate's own score, in tens: how much speaks for it
  "chapter.general", // stands in a chapter of miscellaneous things
  ...FEATURES, // of the best candidate, as they are
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];
export type ConfidenceModel = Trees<ConfidenceFeature>;

/** A candidate this far behind, in score, weighs less than a sum can hold. */
export const NEGLIGIBLE = -45;

/** Shorter ones are mostly codes of the house. */
const WORD = /\p{L}{4}/u;

/** How methods begin that multiply nucleic acids. */
const AMPLIFIED = "Probe.amp";

/** A word with a slip of the pen is guessed less than one that is merely like another. */
const CORRECTED = 0.5;
/** A score above this says no more. */
const MOST = 30;

/** Times that the plain code stands for as well. */
const UNTIMED = new Set(["baseline", "trough", "pre"]);

/** Places of confidence's own features by name. */
const OUT = Object.fromEntries(CONFIDENCE_FEATURES.map((name, i) => [name, i])) as {
  readonly [name in ConfidenceFeature]: number;
};
const RIVALS = AXES.map((axis) => ({ axis, rival: OUT[`rival.${axis}`], only: OUT[`rival.only.${axis}`] }));
const AS_THEY_ARE = OUT[FEATURES[0]];

/**
 * What the confidence model looks at, for candidates scored `scores`, of which `order` holds those that are kept, best first. `coded` are the
 * columns of the release.
 */
export function confidenceFeatures(
  coded: Release["coded"],
  pool: Candidates,
  scores: Float64Array,
  order: readonly number[],
): Float32Array {
  const { reading } = pool;
  const out = new Float32Array(CONFIDENCE_FEATURES.length);
  out[OUT.administrative] = reading.administrative;
  out[OUT["administrative.strong"]] = reading.administrative >= 0.75 ? 1 : 0;
  const spoken = spokenSegments(reading.label);
  const lengthOf = (kind: Recognition): number =>
    overLetters(spoken, ({ recognition }) => (recognition === kind ? 1 : 0));
  out[OUT["administrative.share"]] = overLetters(spoken, ({ administrative }) => administrative);
  out[OUT.unknown] = lengthOf("unknown");
  out[OUT.unread] = spoken.some(isUnread) ? 1 : 0;
  out[OUT.guessed] = overLetters(spoken, ({ recognition, correction }) =>
    recognition === "guess" ? 1 : correction === "none" ? 0 : CORRECTED,
  );
  out[OUT["chapter.general"]] = reading.section === GENERAL_SECTION ? 1 : 0;
  out[OUT.silent] = reading.unit === undefined && reading.row.specimen === "" && reading.row.method === "" ? 1 : 0;
  if (order.length > 0) {
    const top = order[0]!;
    const features = pool.featuresOf(top);
    const feature = (name: Feature): number => features[AT[name]]!;
    const { base } = pool.matches[top]!;
    let total = 0;
    let other = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < scores.length; i++) {
      const behind = scores[i]! - scores[top]!;
      if (behind > NEGLIGIBLE) total += Math.exp(behind);
      if (scores[i]! > other && pool.matches[i]!.base !== base) other = scores[i]!;
    }
    out[OUT.probability] = logOdds(1 / total) / 4;
    out[OUT.score] = Math.max(0, Math.min(MOST, scores[top]!)) / 10;
    out[OUT.margin] = order.length === 1 ? 1 : Math.min(4, scores[top]! - scores[order[1]!]!) / 4;
    for (let place = 1; place < order.length; place++) {
      const rival = order[place]!;
      addRival(coded, pool.terms[top]!, pool.terms[rival]!, Math.exp(scores[rival]! - scores[top]!), out);
    }
    out[OUT["margin.other"]] = Math.min(6, scores[top]! - other) / 6;
    out.set(features, AS_THEY_ARE);
    out[OUT["unit.contradicts"]] = Math.max(
      feature("property.unit.contradicts"),
      feature("property.stated.contradicts"),
      feature("scale.unit.contradicts"),
    );
    const unit = feature("property.unit");
    out[OUT["unit.agrees"]] = unit;
    out[OUT["unit.exact"]] = unit > EXACT ? 1 : 0;
    out[OUT["unit.loose"]] = unit > 0 && unit < LOOSE ? 1 : 0;
    const value = (axis: "component" | "scale" | "method"): string =>
      coded[axis].values[coded[axis].ids[pool.terms[top]!]!]!;
    if (reading.unit === undefined && value("scale") === "Qn" && value("method").startsWith(AMPLIFIED))
      out[OUT["copies.unsaid"]] = 1;
    out[OUT["system.contradicts"]] = Math.max(
      feature("system.field.contradicts"),
      feature("system.label.contradicts"),
      feature("system.hint.contradicts"),
    );
    out[OUT["system.agrees"]] = Math.max(feature("system.field"), feature("system.label"), feature("system.hint"));
    const system = feature("system.field") || feature("system.label");
    out[OUT["system.exact"]] = feature("system.best");
    out[OUT["system.loose"]] = system > 0 && system < LOOSE ? 1 : 0;
    out[OUT["system.unsaid"]] = Math.max(
      feature("system.unsaid.serum"),
      feature("system.unsaid.blood"),
      feature("system.unsaid.unspecified"),
      feature("system.unsaid.other"),
    );
    out[OUT["method.lost"]] = feature("method.none.stated");
    out[OUT["species.lost"]] = losesSpecies(value("component"), pool.facts.organisms) ? 1 : 0;
    out[OUT["sample.lost"]] = [...reading.timing].some((word) => !UNTIMED.has(word))
      ? Math.max(
          feature("challenge.missing"),
          feature("challenge.time.differs"),
          feature("challenge.time.lost"),
          feature("challenge.stimulus.differs"),
        )
      : 0;
    out[OUT["challenge.open"]] = Math.max(feature("challenge.unsupported"), feature("challenge.missing"));
    out[OUT["divisor.open"]] = Math.max(feature("divisor.unsupported"), feature("divisor.missing"));
  }
  return out;
}

/** Adds to `out` how near a rival comes, on the axes where it differs from the best term. */
function addRival(coded: Release["coded"], best: number, rival: number, near: number, out: Float32Array): void {
  let differing = 0;
  let only = 0;
  for (const { axis, rival: at, only: alone } of RIVALS) {
    const { ids } = coded[axis];
    if (ids[best] === ids[rival]) continue;
    differing++;
    only = alone;
    if (near > out[at]!) out[at] = near;
  }
  if (differing === 1 && near > out[only]!) out[only] = near;
}

/** True of a word that was not understood, or that is rather another than a slip of the one that it was read as. */
function isUnread({ recognition, correction, text }: Segment): boolean {
  return correction === "doubtful" || (recognition === "unknown" && WORD.test(text));
}

const HELD_BACK = (
  [
    "unread",
    "unit.contradicts",
    "unit.loose",
    "unit.equivalent.unsaid",
    "copies.unsaid",
    "challenge.unsaid",
    "challenge.amount.unsaid",
    "divisor.missing",
    "system.loose",
    "isotype.lost",
    "species.lost",
    "sample.lost",
    "axes.missing",
  ] as const
).map((name) => OUT[name]);

/**
 * True when a word of the label was not understood, or doubtfully corrected, or the best candidate contradicts the unit or fits it at a pinch, leaves out what the row states, says
 * more of a test than the row does, or states nothing itself: never to be signed unread, however sure.
 */
export function isHeldBack(features: Float32Array): boolean {
  return HELD_BACK.some((at) => features[at]! > 0);
}

/** The chance that `model` gives to what `confidenceFeatures` saw. */
export function confidenceOf(model: ConfidenceModel, features: Float32Array): number {
  return chanceByTrees(model, CONFIDENCE_FEATURES, features);
}
