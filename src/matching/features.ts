/** Writes the features of a candidate: how it agrees with what the row says, and how used it is. */

import type { Coded } from "../loinc/release.ts";
import { americanSubstances } from "./american-units.ts";
import { type Binding, EXACT } from "./binding.ts";
import { challengeWriter } from "./challenge-features.ts";
import type { BaseMatch } from "./component-match.ts";
import { AT as F } from "./feature-names.ts";
import { FRACTIONS, MASS, PRESENCE, SUBSTANCE } from "./property-kinds.ts";
import type { RowFacts } from "./row-facts.ts";
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
/** Parts that look at the value of an axis, example units or class. */
const OF_ROW_AND_VALUE = ALL_PARTS & ~(PART.base | PART.component | PART.term | PART.systemUsage);

/** Components of several things at once: a stroke between these is no ratio. */
const OF_SEVERAL = /[+&]/;
/** Parts that evidence and hints bear on. */
const OF_AXES = PART.property | PART.time | PART.system | PART.scale | PART.method;
const NOTHING: readonly never[] = [];

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
    if ((parts & OF_ROW_AND_VALUE) === 0) return;

    const property = columns.property.ids[term]!;
    const propertyText = columns.property.values[property]!;
    const system = columns.system.ids[term]!;
    const systemText = columns.system.values[system]!;
    const scale = columns.scale.ids[term]!;
    const scaleText = columns.scale.values[scale]!;
    const method = columns.method.ids[term]!;
    const numbers = { property, time: columns.time.ids[term]!, system, scale, method };

    const ofAxes = (parts & OF_AXES) !== 0;
    for (const evidence of ofAxes ? reading.evidence : NOTHING) {
      if ((parts & PART[evidence.axis]) === 0) continue;
      const fit = evidence.fit[numbers[evidence.axis]]!;
      switch (evidence.axis) {
        case "property":
          if (evidence.source === "unit") raise(out, at, fit, F["property.unit"], F["property.unit.contradicts"]);
          else if (evidence.source === "siblings")
            raise(out, at, fit, F["property.siblings"], F["property.siblings.contradicts"]);
          else raise(out, at, fit, F["property.stated"], F["property.stated.contradicts"]);
          break;
        case "time":
          raise(out, at, fit, F["time.stated"], F["time.contradicts"]);
          break;
        case "system":
          if (fit > EXACT && evidence.source !== "chapter" && evidence.source !== "habit") set(F["system.best"], 1);
          if (evidence.source === "specimen") raise(out, at, fit, F["system.field"], F["system.field.contradicts"]);
          else if (evidence.source === "exam") raise(out, at, fit, F["system.exam"], F["system.exam.contradicts"]);
          else if (evidence.source === "chapter")
            raise(out, at, fit, F["system.chapter"], F["system.chapter.contradicts"]);
          else if (evidence.source === "siblings")
            raise(out, at, fit, F["system.siblings"], F["system.siblings.contradicts"]);
          else if (evidence.source === "habit") raise(out, at, fit, F["system.habit"], F["system.habit.contradicts"]);
          else raise(out, at, fit, F["system.label"], F["system.label.contradicts"]);
          break;
        case "scale":
          raise(out, at, fit, F["scale.stated"], F["scale.contradicts"]);
          break;
        case "method":
          if (method === 0) break;
          if (evidence.source === "exam") raise(out, at, fit, F["method.exam"], F["method.exam.contradicts"]);
          else if (evidence.source === "chapter")
            raise(out, at, Math.max(0, fit), F["method.chapter"], F["method.contradicts"]);
          else if (evidence.source === "method") raise(out, at, fit, F["method.stated"], F["method.contradicts"]);
          else raise(out, at, fit, F["method.label"], F["method.contradicts"]);
          break;
      }
    }
    for (const hint of ofAxes ? facts.hints : NOTHING) {
      if ((parts & PART[hint.axis]) === 0 || (hint.base !== -1 && hint.base !== base)) continue;
      const fit = hint.fit[numbers[hint.axis]]!;
      if (hint.axis === "system" && hint.said) {
        raise(out, at, fit, F["system.label"], F["system.label.contradicts"]);
        if (fit > EXACT) set(F["system.best"], 1);
      } else if (hint.axis === "system") raise(out, at, fit, F["system.hint"], F["system.hint.contradicts"]);
      else if (hint.axis === "property") raise(out, at, fit, F["property.hint"], F["property.hint.contradicts"]);
      else if (hint.axis === "method") out[at + F["method.hint"]]! = Math.max(out[at + F["method.hint"]]!, fit);
      else if (hint.axis === "scale") raise(out, at, fit, F["scale.stated"], F["scale.contradicts"]);
      else raise(out, at, fit, F["time.stated"], F["time.contradicts"]);
    }

    const { habits } = reading.row.context;
    if (reading.unit === undefined) {
      if (PRESENCE.has(propertyText)) {
        if (parts & PART.property) set(F["property.presence.unitless"], habits.units);
      } else if (parts & PART.kind && scaleText === "Qn" && !FRACTIONS.has(propertyText))
        set(F["property.quantity.unitless"], habits.units);
      if (parts & PART.kind && habits.american && (SUBSTANCE.has(propertyText) || MASS.has(propertyText)))
        set(F["property.american"], SUBSTANCE.has(propertyText) === american.has(base) ? 1 : -1);
      if (parts & PART.property) {
        if (SUBSTANCE.has(propertyText)) set(F["property.habit"], habits.substance - 0.5);
        else if (MASS.has(propertyText)) set(F["property.habit"], 0.5 - habits.substance);
      }
    } else {
      if (parts & PART.scale && scaleText !== "Qn" && scaleText !== "OrdQn" && scale !== 0)
        set(F["scale.unit.contradicts"], 1);
      if (parts & PART.units) {
        const example = examples[number("units", term)]!;
        if (isExample(example, reading.unit)) set(F["unit.example"], 1);
        set(F["unit.far"], farness(example, reading.unit));
        if (leavesEquivalent(example, reading.unit)) set(F["unit.equivalent.unsaid"], 1);
      }
    }
    if (parts & PART.time && COLLECTIONS.has(text("time", term)) && out[at + F["time.stated"]] === 0)
      set(F["time.collection.unsaid"], 1);

    if (parts & PART.system && systemText === "XXX") set(F["system.unspecified"], 1);
    if (parts & PART.system && !facts.says.system) {
      set(
        SERUM.has(systemText)
          ? F["system.unsaid.serum"]
          : BLOOD.has(systemText)
            ? F["system.unsaid.blood"]
            : systemText === "XXX"
              ? F["system.unsaid.unspecified"]
              : F["system.unsaid.other"],
        1,
      );
    }
    if ((parts & PART.method) === 0) {
      // nothing of the method is asked
    } else if (method === 0) {
      set(F["method.none"], 1);
      if (facts.says.method) set(F["method.none.stated"], 1);
    } else if (
      out[at + F["method.stated"]] === 0 &&
      out[at + F["method.label"]] === 0 &&
      out[at + F["method.hint"]] === 0
    )
      set(F["method.unsaid"], 1);

    if (parts & PART.class && reading.classes.size > 0)
      set(
        reading.classes.has(text("class", term)) ? F["class.chapter"] : F["class.outside"],
        text("class", term) === "" ? 0 : 1,
      );
  };
}

/** Several pieces of evidence may bear on one axis: the best agreement and the worst contradiction count. */
function raise(out: Float32Array, at: number, fit: number, agrees: number, contradicts: number): void {
  if (fit > 0) out[at + agrees] = Math.max(out[at + agrees]!, fit);
  else if (fit < 0) out[at + contradicts] = Math.max(out[at + contradicts]!, -fit);
}
