/** What tells names apart is kept when one of them is misspelt: `FACTEEUR V` is no factor II, `CHOLESTEROL HL` hardly the total. */
import { soundOf } from "../lexicon/normalise.ts";
import { type AnalyteSense, lessLikely, type Sense } from "../lexicon/senses.ts";
import type { Binding } from "./binding.ts";
import { remembering } from "./remembering.ts";
import { misspeltLikeness } from "./spelling.ts";

/** A letter, a number, both (`B6`), or a roman number. */
const MARK = /^([a-z]?\d*|[ivx]{2,4})$/;
const SHORT = /^[a-z]{2,3}$/;
const NOTHING: readonly never[] = [];
/** Shorter words are corrected to too many others. */
const CORRECTED = 5;
/** A slip in a word of few letters leaves two names equally likely. */
const EITHER = 0.7;
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

/** True when `mark`, one word or more end to end, may be all that tells a name from others. */
export function isMark(mark: string): boolean {
  return mark !== "" && MARK.test(mark);
}

/** The senses of `word`, misspelt, with the `mark` behind it: what it is corrected to alone may have a mark of its own. */
export function correctedBefore(binding: Binding, word: string, mark: string): readonly Sense[] {
  return word.length < CORRECTED || !isMark(mark) ? NOTHING : corrected(binding, `${word} ${mark}`);
}

const corrected = remembering((binding, words): readonly Sense[] => {
  const [word, mark] = words.split(" ") as [string, string];
  if (isKnown(binding, word)) return NOTHING;
  const { forms } = binding.lexicon;
  return headsLike(binding, word).flatMap(({ head, likeness }) =>
    analytesOf(forms.get(head + mark)).map((sense) => lessLikely(sense, likeness)),
  );
});

/** Beginnings of forms, at the end of a word, that are spelt nearly as `word`. */
const headsLike = remembering((binding, word): readonly { readonly head: string; readonly likeness: number }[] => {
  const heads = new Set<string>();
  for (const { word: guess } of binding.speller.guesses(word)) {
    heads.add(guess);
    for (const end of binding.lexicon.boundaries.get(guess) ?? []) heads.add(guess.slice(0, end));
  }
  const sound = soundOf(word);
  return [...heads].flatMap((head) => {
    // A letter left out between two that sound as one is one slip in writing: `TROPONNE`.
    const likeness = misspeltLikeness(sound, soundOf(head)) ?? misspeltLikeness(word, head);
    return likeness === undefined ? [] : [{ head, likeness }];
  });
});

/** The senses of a `name` and a short `mark` that nothing knows, where that is one slip from what tells another analyte; the name alone is as likely. */
export function slippedBehind(binding: Binding, name: string, mark: string): readonly Sense[] {
  return SHORT.test(mark) ? slipped(binding, `${name} ${mark}`) : NOTHING;
}

const slipped = remembering((binding, words): readonly Sense[] => {
  const [name, mark] = words.split(" ") as [string, string];
  const { forms, shortSpecimens, shortModifiers } = binding.lexicon;
  if (isKnown(binding, mark) || shortSpecimens.has(mark) || shortModifiers.has(mark)) return NOTHING;
  const plain = analytesOf(forms.get(name));
  if (plain.length === 0) return NOTHING;
  const others = slips(mark).flatMap((other) =>
    analytesOf(forms.get(name + other)).filter(({ component }) => plain.every((own) => own.component !== component)),
  );
  return others.length === 0 ? NOTHING : [...plain, ...others].map((sense) => lessLikely(sense, EITHER));
});

function analytesOf(senses: readonly Sense[] | undefined): AnalyteSense[] {
  return (senses ?? []).filter((sense) => sense.kind === "analyte");
}

function isKnown({ lexicon, word: wordOf }: Binding, word: string): boolean {
  return lexicon.forms.has(word) || wordOf(word, 1) !== undefined;
}

/** Words of three letters and more that `word` becomes when a letter left out inside it is written, or two change places; one cut short is another matter. */
function slips(word: string): string[] {
  const found: string[] = [];
  for (let at = 1; at < word.length; at++) {
    for (const letter of LETTERS) found.push(word.slice(0, at) + letter + word.slice(at));
    if (word.length >= 3) found.push(word.slice(0, at - 1) + word[at]! + word[at - 1]! + word.slice(at + 1));
  }
  return [...new Set(found)];
}
