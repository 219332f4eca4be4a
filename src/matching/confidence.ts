/** How sure a proposal is: a logistic model over what ranking saw, fitted on catalogues that ranking had not learned from. */

import type { Release } from "../loinc/release.ts";
import { AXES } from "../loinc/term.ts";
import { EXACT, LOOSE } from "./binding.ts";
import type { Candidates } from "./candidates.ts";
import { FEATURES, type Feature } from "./feature-names.ts";
import { chance, type Logistic, logOdds } from "./logistic.ts";
import type { Recognition } from "./read-text.ts";
import { overLetters, spokenSegments } from "./spoken.ts";

export const CONFIDENCE_FEATURES = [
  "bias",
  "probability", // log-odds of the best candidate among the candidates
  "margin", // lead over the second, in score
  "margin.other", // lead over the best candidate of another component
  ...AXES.map((axis) => `rival.${axis}` as const), // how near the best candidate comes that differs on this axis
  ...AXES.map((axis) => `rival.only.${axis}` as const), // …on no other
  "words.row",
  "words.component",
  "words.exact",
  "words.whole",
  "words.unexplained",
  "unknown", // share of label words that nothing recognised
  "guessed", // share that was recognised by likeness only
  "administrative",
  "administrative.strong",
  "administrative.share", // strength times the share of the label's letters that are administrative
  "unit.contradicts",
  "unit.agrees",
  "unit.exact", // the very property that the unit measures
  "unit.example", // a unit that LOINC itself gives as an example
  "unit.loose", // one that it measures at a pinch
  "unit.far",
  "system.contradicts",
  "system.agrees",
  "system.exact", // the very system that the row names
  "system.loose", // one that its words allow at a pinch
  "system.unsaid",
  "method.contradicts",
  "method.lost", // the row states a technique, the candidate none
  "kind.differs",
  "isotype.lost", // …an isotype
  "sample.lost", // …a sampling time other than before the test
  "challenge.open",
  "divisor.open",
  "silent", // no unit, no specimen, no technique
  "usage.french",
  "usage.ranked",
  "axes.missing",
  "chapter.general", // stands in a chapter of miscellaneous things
] as const;

export type ConfidenceFeature = (typeof CONFIDENCE_FEATURES)[number];
export type ConfidenceModel = Logistic<ConfidenceFeature>;

/** A candidate this far behind, in score, weighs less than a sum can hold. */
export const NEGLIGIBLE = -45;

/** Times that the plain code stands for as well. */
const UNTIMED = new Set(["baseline", "trough", "pre"]);

const GENERAL_SECTION = "26436-6";

const AT = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as { readonly [name in Feature]: number };
const RIVALS = new Map(AXES.map((axis) => [axis, { rival: `rival.${axis}`, only: `rival.only.${axis}` } as const]));

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
  const top = order[0];
  const { reading } = pool;
  const out: Partial<Record<ConfidenceFeature, number>> = {
    bias: 1,
    administrative: reading.administrative,
    "administrative.strong": reading.administrative >= 0.75 ? 1 : 0,
  };
  const spoken = spokenSegments(reading.label);
  const lengthOf = (kind: Recognition): number =>
    overLetters(spoken, ({ recognition }) => (recognition === kind ? 1 : 0));
  out["administrative.share"] = overLetters(spoken, ({ administrative }) => administrative);
  out.unknown = lengthOf("unknown");
  out.guessed = lengthOf("guess");
  out["chapter.general"] = reading.section === GENERAL_SECTION ? 1 : 0;
  out.silent = reading.unit === undefined && reading.row.specimen === "" && reading.row.method === "" ? 1 : 0;
  if (top !== undefined) {
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
    out.probability = logOdds(1 / total) / 4;
    out.margin = Math.min(4, scores[top]! - (order[1] === undefined ? scores[top]! - 4 : scores[order[1]]!)) / 4;
    for (const i of order.slice(1)) {
      const near = Math.exp(scores[i]! - scores[top]!);
      const differing = AXES.filter((axis) => coded[axis].ids[pool.terms[i]!] !== coded[axis].ids[pool.terms[top]!]);
      const raise = (name: ConfidenceFeature): void => {
        out[name] = Math.max(out[name] ?? 0, near);
      };
      for (const axis of differing) raise(RIVALS.get(axis)!.rival);
      if (differing.length === 1) raise(RIVALS.get(differing[0]!)!.only);
    }
    out["margin.other"] = Math.min(6, scores[top]! - other) / 6;
    for (const name of [
      "words.row",
      "words.component",
      "words.exact",
      "words.whole",
      "words.unexplained",
      "kind.differs",
      "usage.french",
      "usage.ranked",
      "axes.missing",
      "unit.example",
      "unit.far",
    ] as const)
      out[name] = feature(name);
    out["unit.contradicts"] = Math.max(
      feature("property.unit.contradicts"),
      feature("property.stated.contradicts"),
      feature("scale.unit.contradicts"),
    );
    const unit = feature("property.unit");
    out["unit.agrees"] = unit;
    out["unit.exact"] = unit > EXACT ? 1 : 0;
    out["unit.loose"] = unit > 0 && unit < LOOSE ? 1 : 0;
    out["system.contradicts"] = Math.max(
      feature("system.field.contradicts"),
      feature("system.label.contradicts"),
      feature("system.hint.contradicts"),
    );
    out["system.agrees"] = Math.max(feature("system.field"), feature("system.label"), feature("system.hint"));
    const system = feature("system.field") || feature("system.label");
    out["system.exact"] = feature("system.best");
    out["system.loose"] = system > 0 && system < LOOSE ? 1 : 0;
    out["system.unsaid"] = Math.max(
      feature("system.unsaid.serum"),
      feature("system.unsaid.blood"),
      feature("system.unsaid.other"),
    );
    out["method.contradicts"] = feature("method.contradicts");
    out["method.lost"] = feature("method.none.stated");
    out["isotype.lost"] = feature("isotype.lost");
    out["sample.lost"] = [...reading.timing].some((word) => !UNTIMED.has(word)) ? feature("challenge.missing") : 0;
    out["challenge.open"] = Math.max(feature("challenge.unsupported"), feature("challenge.missing"));
    out["divisor.open"] = Math.max(feature("divisor.unsupported"), feature("divisor.missing"));
  }
  const written = new Float32Array(CONFIDENCE_FEATURES.length);
  CONFIDENCE_FEATURES.forEach((name, i) => {
    written[i] = out[name] ?? 0;
  });
  return written;
}

const HELD_BACK = (["system.loose", "isotype.lost", "sample.lost", "axes.missing"] as const).map((name) =>
  CONFIDENCE_FEATURES.indexOf(name),
);

/** True when the best candidate leaves out what the row states, or states nothing itself: never to be signed unread, however sure. */
export function isHeldBack(features: Float32Array): boolean {
  return HELD_BACK.some((at) => features[at]! > 0);
}

/** The chance that `model` gives to what `confidenceFeatures` saw. */
export function confidenceOf(model: ConfidenceModel, features: Float32Array): number {
  return chance(model, CONFIDENCE_FEATURES, features);
}
