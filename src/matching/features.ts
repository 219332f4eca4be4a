/** Writes the features of a candidate: how it agrees with what the row says, and how used it is. */

import type { Coded } from "../loinc/release.ts";
import { americanSubstances } from "./american-units.ts";
import { writeEvidence, writeHint } from "./axis-features.ts";
import type { Binding } from "./binding.ts";
import { challengeWriter } from "./challenge-features.ts";
import type { BaseMatch } from "./component-match.ts";
import { AT as F } from "./feature-names.ts";
import { FRACTIONS, MASS, PRESENCE, SUBSTANCE } from "./property-kinds.ts";
import type { RowReading } from "./read-row.ts";
import type { RowFacts } from "./row-facts.ts";
import { bearsOn } from "./row-hints.ts";
import { exampleUnits, farness, isExample, leavesEquivalent } from "./unit-examples.ts";
import { usageWriters } from "./usage-features.ts";

const COLLECTIONS = new Set(["24H", "12H", "48H", "72H", "8H", "6H", "4H", "2H", "5H", "10H", "18H"]);
const SERUM = new Set(["Ser", "Plas", "Ser/Plas", "Ser/Plas/Bld", "PPP"]);
const BLOOD = new Set(["Bld", "RBC", "BldA", "BldV", "BldC", "WBC", "Bld/Tiss"]);
/**
 * Groups of features by what of a candidate they look at. Scores are added up from parts, and a part is worked out once for all candidates that
 * share what it looks at: the base; the component; the base and the value of one axis; property and scale together; example units; class;
 * system and whether the term is usual or ranked; or the term and nothing of the row.
 */
export const PART = {
  base: 1,
  component: 2,
  property: 4,
  time: 8,
  system: 16,
  scale: 32,
  method: 64,
  kind: 128,
  units: 256,
  class: 512,
  term: 1024,
  systemUsage: 2048,
} as const;

const ALL_PARTS = 4095;

/** Components of several things at once: a stroke between these is no ratio. */
const OF_SEVERAL = /[+&]/;
/** A share that counts in thousands is not what a percentage states. */
const PER_THOUSAND = /\/1000 /;
/** Parts that evidence and hints bear on. */
const OF_AXES = PART.property | PART.time | PART.system | PART.scale | PART.method;

/** Writes the features of `parts` (all when not told otherwise) of one candidate at `out[at…]`, which holds zeros: those that are 0 may be left as they are. */
export type FeatureWriter = (
  facts: RowFacts,
  match: BaseMatch,
  term: number,
  out: Float32Array,
  at: number,
  parts?: number,
) => void;

/** Sets the feature with this number. */
type Setter = (feature: number, value: number) => void;

/** A function that writes the features of one candidate at `out[at…]`. */
export function featureWriter(
  binding: Binding,
  french: ReadonlySet<number>,
  circuit: ReadonlySet<number>,
): FeatureWriter {
  const { index } = binding;
  const { release } = index;
  const columns = release.coded;
  const number = (column: Coded, term: number): number => columns[column].ids[term]!;
  const text = (column: Coded, term: number): string => columns[column].values[number(column, term)]!;
  const writeChallenge = challengeWriter(index);
  const usage = usageWriters(index, french, circuit);
  const american = americanSubstances(index);
  const examples = columns.units.values.map((units) => exampleUnits(binding, units));

  const writeWords = (facts: RowFacts, match: BaseMatch, set: Setter): void => {
    const { reading } = facts;
    const base = match.base;
    const best = Math.max(match.label, match.synonym);
    set(F["words.row"], best);
    set(F["words.label"], match.label);
    set(F["words.both"], reading.synonym ? Math.min(match.label, match.synonym) : best);
    set(F["words.component"], match.covered);
    set(F["words.component.context"], match.coveredByContext);
    set(F["words.context"], match.context);
    set(F["words.exact"], match.exact);
    set(F["words.exact.context"], match.contextExact);
    set(F["words.whole"], best > 0.97 && match.covered > 0.97 ? 1 : 0);
    set(F["words.unexplained"], Math.min(3, match.unexplained / 8));

    const hasDivisor = index.divisorWords.starts[base + 1]! > index.divisorWords.starts[base]!;
    if (hasDivisor) {
      const byUnit = facts.statesRatio && index.baseName(base).toLowerCase().includes(`/${reading.unit!.per}`);
      const supported = byUnit ? 1 : match.divisor;
      set(F["divisor.supported"], supported);
      set(F["divisor.unsupported"], 1 - supported);
      set(F["percent.divisor"], facts.percent ? 1 : 0);
      if (facts.percent && PER_THOUSAND.test(index.baseName(base))) set(F["divisor.missing"], 1);
    } else if (facts.statesRatio || (facts.statesQuotient && !OF_SEVERAL.test(index.baseName(base))))
      set(F["divisor.missing"], 1);
  };

  const writeIdentity = (facts: RowFacts, base: number, set: Setter): void => {
    const kind = index.kindOfBase[base]!;
    if (facts.kind !== 0) set(kind === facts.kind ? F["kind.agrees"] : F["kind.differs"], 1);
    else if (facts.contextKind !== 0 && kind === facts.contextKind) set(F["kind.context"], 1);
    else if (kind !== 0) {
      set(F["kind.unsaid"], 1);
      if (facts.contextKind !== 0) set(F["kind.context.differs"], 1);
    }
    const isotype = index.isotypeOfBase[base]!;
    if (facts.isotype !== 0)
      set(
        isotype === facts.isotype ? F["isotype.agrees"] : isotype === 0 ? F["isotype.lost"] : F["isotype.differs"],
        1,
      );
    else if (isotype !== 0) set(F["isotype.unsaid"], 1);

    if (facts.acts.length > 0) {
      const usual = facts.acts.reduce((most, bases) => Math.max(most, bases.get(base) ?? 0), 0);
      set(F["nabm.agrees"], usual);
      set(F["nabm.differs"], usual === 0 ? 1 : 0);
    }
    set(F["usage.base"], index.usageOfBase[base]!);
  };

  /** What evidence and hints say of the axes among `parts`. */
  const writeAxes = (
    { reading, hints, techniques }: RowFacts,
    base: number,
    term: number,
    out: Float32Array,
    at: number,
    parts: number,
  ): void => {
    for (const evidence of reading.evidence) {
      if ((parts & PART[evidence.axis]) === 0) continue;
      const value = number(evidence.axis, term);
      writeEvidence(evidence, techniques.has(evidence), value, evidence.fit[value]!, out, at);
    }
    for (const hint of hints)
      if (parts & PART[hint.axis] && bearsOn(hint, base)) writeHint(hint, hint.fit[number(hint.axis, term)]!, out, at);
  };

  /** What property and scale of a term say to a row without unit. */
  const writeKind = ({ row }: RowReading, base: number, term: number, set: Setter): void => {
    const { habits } = row.context;
    const property = text("property", term);
    if (text("scale", term) === "Qn" && !PRESENCE.has(property) && !FRACTIONS.has(property))
      set(F["property.quantity.unitless"], habits.units);
    if (habits.american && (SUBSTANCE.has(property) || MASS.has(property)))
      set(F["property.american"], SUBSTANCE.has(property) === american.has(base) ? 1 : -1);
  };

  return (facts, match, term, out, at, parts = ALL_PARTS) => {
    const { reading } = facts;
    const set = (feature: number, value: number): void => {
      out[at + feature] = value;
    };
    const base = match.base;
    if (parts & PART.base) {
      writeWords(facts, match, set);
      writeIdentity(facts, base, set);
    }
    if (parts & PART.component)
      writeChallenge(reading, number("component", term), (feature, value) => set(F[feature], value));
    if (parts & PART.term) usage.ofTerm(term, set);
    if (parts & PART.systemUsage) usage.ofSystem(facts, base, term, set);
    if (parts & OF_AXES) writeAxes(facts, base, term, out, at, parts);
    if (parts & PART.property) writeProperty(reading, text("property", term), set);
    if (parts & PART.kind && reading.unit === undefined) writeKind(reading, base, term, set);
    if (parts & PART.units && reading.unit !== undefined) {
      const example = examples[number("units", term)]!;
      if (isExample(example, reading.unit)) set(F["unit.example"], 1);
      set(F["unit.far"], farness(example, reading.unit));
      if (leavesEquivalent(example, reading.unit)) set(F["unit.equivalent.unsaid"], 1);
    }
    if (parts & PART.scale && reading.unit !== undefined) {
      const scale = text("scale", term);
      if (scale !== "" && scale !== "Qn" && scale !== "OrdQn") set(F["scale.unit.contradicts"], 1);
    }
    if (parts & PART.time && COLLECTIONS.has(text("time", term)) && out[at + F["time.stated"]] === 0)
      set(F["time.collection.unsaid"], 1);
    if (parts & PART.system) writeSystem(facts, text("system", term), set);
    if (parts & PART.method) writeMethod(facts, number("method", term), out, at);
    if (parts & PART.class && reading.classes.size > 0) {
      const cls = text("class", term);
      set(reading.classes.has(cls) ? F["class.chapter"] : F["class.outside"], cls === "" ? 0 : 1);
    }
  };
}

/** What the habits of the laboratory say to the property of a term, where the row has no unit. */
function writeProperty({ row, unit }: RowReading, property: string, set: Setter): void {
  const { habits } = row.context;
  if (unit !== undefined) return;
  if (PRESENCE.has(property)) set(F["property.presence.unitless"], habits.units);
  if (SUBSTANCE.has(property)) set(F["property.habit"], habits.substance - 0.5);
  else if (MASS.has(property)) set(F["property.habit"], 0.5 - habits.substance);
}

/** How a system stands to a row that may say nothing of it. */
function writeSystem({ says }: RowFacts, system: string, set: Setter): void {
  if (system === "XXX") set(F["system.unspecified"], 1);
  if (says.system) return;
  if (SERUM.has(system)) set(F["system.unsaid.serum"], 1);
  else if (BLOOD.has(system)) set(F["system.unsaid.blood"], 1);
  else set(system === "XXX" ? F["system.unsaid.unspecified"] : F["system.unsaid.other"], 1);
}

/** The same of a method, once evidence and hints are written. */
function writeMethod({ says }: RowFacts, method: number, out: Float32Array, at: number): void {
  if (method === 0) {
    out[at + F["method.none"]] = 1;
    if (says.method) out[at + F["method.none.stated"]] = 1;
    return;
  }
  const said = out[at + F["method.stated"]]! + out[at + F["method.label"]]! + out[at + F["method.hint"]]!;
  if (said === 0) out[at + F["method.unsaid"]] = 1;
}
