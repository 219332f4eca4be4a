/** The lexicon tied to one reference: senses as numbers of words, bases and axis values. Bound when first met, then remembered. */
import type { Lexicon } from "../lexicon/lexicon.ts";
import { componentWords } from "../lexicon/normalise.ts";
import type { AnalyteSense, Hints, ModifierSense, Sense, Specimen } from "../lexicon/senses.ts";
import { beginningWith } from "../lexicon/sorted-texts.ts";
import type { Coded } from "../loinc/release.ts";
import { buildAbbreviations } from "./abbreviations.ts";
import type { ReferenceIndex } from "./reference-index.ts";
import { remembering } from "./remembering.ts";
import { buildSpeller, type Speller } from "./spelling.ts";
import { buildUsualSystem } from "./usual-system.ts";

/** How well each value of one axis fits what the row says, by value number: 1 fits … 0 does not say, -1 contradicts. */
export type Fit = Float32Array;

/** Above this fit a value is the very one that the row states. */
export const EXACT = 0.99;
/** Below this fit a value is merely tolerated. */
export const LOOSE = 0.6;

/** From this prior on a form means little else. */
export const SURELY = 0.9;

/** Words of components that a piece of text may mean. */
export type BoundAnalyte = {
  readonly component: string;
  readonly words: readonly number[];
  /** Sum of the words' idf. */
  readonly mass: number;
  readonly prior: number;
  /** The base with exactly this name, or -1. */
  readonly base: number;
  readonly hints: Hints | undefined;
  /** The form implies another system than the one where it is usually measured, as `lysozymurie` does. */
  readonly tellsSystem: boolean;
  readonly modifier: boolean;
};

export type Binding = {
  readonly lexicon: Lexicon;
  readonly index: ReferenceIndex;
  readonly analyte: (sense: AnalyteSense | ModifierSense) => BoundAnalyte;
  /** A word of the reference itself, met in a label. */
  readonly word: (word: string, likeness: number) => BoundAnalyte | undefined;
  readonly specimen: (specimen: Specimen) => Fit;
  /** The fit of stated values on an axis; the first of the list fits best. */
  readonly values: (axis: Coded, list: readonly string[]) => Fit;
  readonly weights: (axis: Coded, weights: ReadonlyMap<string, number>) => Fit;
  /** The value of `axis` that is written `text`, whatever the case; `undefined` when there is none. */
  readonly value: (axis: Coded, text: string) => string | undefined;
  /** Bases that an act of the NABM may measure, each with how usual it is, 0 to 1; `undefined` when the act is unknown or a mere fee. */
  readonly act: (act: string) => ReadonlyMap<number, number> | undefined;
  readonly speller: Speller;
  /** The senses of the shortest form that begins with `key`, when it is a form cut off near its end (`bilirubine non conjugu`). */
  readonly truncated: (key: string) => readonly Sense[];
  /** The senses of forms whose words begin as `words` do, one by one (`ENZ CONV` → *enzyme de conversion*). */
  readonly abbreviated: (words: readonly string[]) => readonly Sense[];
};

export function bind(lexicon: Lexicon, index: ReferenceIndex): Binding {
  const analytes = new Map<Sense, BoundAnalyte>();
  const wordSenses = new Map<string, BoundAnalyte>();
  const specimens = new Map<Specimen, Fit>();
  const lists = new Map<string, Fit>();
  const usualSystem = buildUsualSystem(index);

  const boundWords = (component: string, prior: number, hints: Hints | undefined, modifier: boolean): BoundAnalyte => {
    const words: number[] = [];
    let mass = 0;
    for (const word of componentWords(component)) {
      const number = index.words.get(word);
      if (number === undefined) continue;
      words.push(number);
      mass += index.idf[number]!;
    }
    const base = index.bases.get(component.split("^")[0]!.toLowerCase()) ?? -1;
    const system = hints?.system ?? [];
    const tellsSystem = base >= 0 && system.length > 0 && !system.includes(usualSystem(base));
    return { component, words, mass, prior, base, hints, tellsSystem, modifier };
  };
  const weighed = new WeakMap<ReadonlyMap<string, number>, Map<Coded, Fit>>();
  const weights = (axis: Coded, stated: ReadonlyMap<string, number>): Fit => {
    let fits = weighed.get(stated);
    if (fits === undefined) {
      fits = new Map();
      weighed.set(stated, fits);
    }
    let fit = fits.get(axis);
    if (fit === undefined) {
      const { values } = index.release.coded[axis];
      fit = new Float32Array(values.length);
      for (let i = 0; i < values.length; i++) fit[i] = values[i] === "" ? 0 : agreement(stated.get(values[i]!));
      fits.set(axis, fit);
    }
    return fit;
  };
  const values = (axis: Coded, list: readonly string[]): Fit => {
    const key = `${axis}\t${list.join("|")}`;
    let fit = lists.get(key);
    if (fit === undefined) {
      fit = weights(axis, new Map(list.map((value, i) => [value, 1 / (1 + 0.45 * i)])));
      lists.set(key, fit);
    }
    return fit;
  };
  const acts = new Map<string, ReadonlyMap<number, number> | undefined>();
  const valuesByName = new Map<Coded, Map<string, string>>();
  let speller: Speller | undefined;

  const binding: Binding = {
    lexicon,
    index,
    analyte(sense) {
      let bound = analytes.get(sense);
      if (bound === undefined) {
        bound =
          sense.kind === "analyte"
            ? boundWords(sense.component, sense.prior, sense.hints, false)
            : boundWords(sense.component, 1, undefined, true);
        analytes.set(sense, bound);
      }
      return bound;
    },
    word(word, likeness) {
      if (!index.words.has(word)) return undefined;
      // rounded, so that a word means the same whichever likeness came first
      const hundredths = Math.round(100 * likeness);
      const key = `${word}\t${hundredths}`;
      let bound = wordSenses.get(key);
      if (bound === undefined) {
        bound = boundWords(word, hundredths / 100, undefined, false);
        wordSenses.set(key, bound);
      }
      return bound;
    },
    specimen(specimen) {
      let fit = specimens.get(specimen);
      if (fit === undefined) {
        fit = weights("system", specimen.systems);
        specimens.set(specimen, fit);
      }
      return fit;
    },
    values,
    weights,
    value(axis, text) {
      let known = valuesByName.get(axis);
      if (known === undefined) {
        known = new Map();
        for (const value of index.release.coded[axis].values)
          if (value !== "" && !known.has(value.toLowerCase())) known.set(value.toLowerCase(), value);
        valuesByName.set(axis, known);
      }
      return known.get(text.toLowerCase());
    },
    act(act) {
      if (!acts.has(act)) acts.set(act, basesOfAct(lexicon, index, act));
      return acts.get(act);
    },
    truncated: (key) => (key.length < 8 ? [] : cutOff(binding, key)),
    abbreviated: buildAbbreviations(lexicon),
    get speller() {
      speller ??= buildSpeller([...lexicon.spoken(), index.spoken()]);
      return speller;
    },
  };
  return binding;
}

const cutOff = remembering(({ lexicon }, key): readonly Sense[] => {
  let best = "";
  for (const words of lexicon.spoken()) {
    for (const form of beginningWith(words, key)) {
      // cut between two words it would be another name: `HEMOC AEROBIE` is not `Hémoc aérobie + Myco`
      if (lexicon.boundaries.get(form)?.has(key.length)) continue;
      if (best === "" || form.length < best.length || (form.length === best.length && form < best)) best = form;
    }
  }
  return best !== "" && best.length - key.length <= 6 ? lexicon.forms.get(best)! : [];
});

/** A part of a component that more bases hold than this says nothing. */
const TOO_MANY_BASES = 600;

function basesOfAct(lexicon: Lexicon, index: ReferenceIndex, act: string): Map<number, number> | undefined {
  const components = lexicon.acts.get(act) ?? [];
  const bases = new Map<number, number>();
  components.forEach((component, i) => {
    const usual = 0.5 + 0.5 * 0.9 ** i;
    const exact = index.bases.get(component.toLowerCase());
    if (exact !== undefined) bases.set(exact, Math.max(bases.get(exact) ?? 0, usual));
    else
      for (const base of basesWithWords(index, componentWords(component)))
        bases.set(base, Math.max(bases.get(base) ?? 0, 0.8 * usual));
  });
  return bases.size === 0 ? undefined : bases;
}

/** The bases that hold all of `words`; none when they are too many to tell anything. */
function basesWithWords(index: ReferenceIndex, words: readonly string[]): number[] {
  const lists = words.map((word) => {
    const number = index.words.get(word);
    return number === undefined
      ? []
      : Array.from(index.postings.items.subarray(index.postings.starts[number]!, index.postings.starts[number + 1]!));
  });
  const [shortest, ...others] = lists.sort((a, b) => a.length - b.length);
  const sets = others.map((list) => new Set(list));
  const bases = (shortest ?? []).filter((base) => sets.every((set) => set.has(base)));
  return bases.length > TOO_MANY_BASES ? [] : bases;
}

/** Below this a value is tolerated in the tables, but it speaks against rather than for. */
const BARELY = 0.2;

/** 1 fits … -1 contradicts, of a weight as the lexicon gives it. */
function agreement(weight: number | undefined): number {
  if (weight === undefined) return -1;
  return weight < BARELY ? weight - 1 : weight;
}
