/** Many words, found by their beginning and by how they sound, in arrays that open at once. */
import { type Bodies, bytesOf, wordsIn } from "../loinc/pack-sections.ts";
import type { SectionOf } from "./frozen-map.ts";
import { soundOf } from "./normalise.ts";
import { type SortedTexts, sortedTexts } from "./sorted-texts.ts";

export type SpokenWords = SortedTexts & {
  /** Places of the words that a slip may hide, of four letters and more and without digit, in the order of their sounds. */
  readonly bySound: Uint32Array;
  /** Beside `bySound`: a bit for each letter of the sound, and how many letters it has, 255 at most. */
  readonly letters: Uint32Array;
  readonly lengths: Uint8Array;
};

/** The words of `texts`, by how they sound. */
export function spokenWords({ count, at }: SortedTexts): SpokenWords {
  const heard: { readonly place: number; readonly sound: string }[] = [];
  for (let place = 0; place < count; place++) {
    const word = at(place);
    if (word.length >= 4 && !/\d/.test(word)) heard.push({ place, sound: soundOf(word) });
  }
  heard.sort((a, b) => (a.sound < b.sound ? -1 : a.sound > b.sound ? 1 : a.place - b.place));
  return {
    count,
    at,
    bySound: Uint32Array.from(heard, ({ place }) => place),
    letters: Uint32Array.from(heard, ({ sound }) => lettersOf(sound)),
    lengths: Uint8Array.from(heard, ({ sound }) => Math.min(255, sound.length)),
  };
}

/** The same of words in any order, made when it is first asked for. */
export function spokenWhenAsked(words: () => Iterable<string>): () => SpokenWords {
  let made: SpokenWords | undefined;
  return () => {
    made ??= spokenWords(sortedTexts(words()));
    return made;
  };
}

/** The pieces that `thawSpoken` makes it of again, under `name`; the words themselves are kept elsewhere. */
export function freezeSpoken(name: string, { bySound, letters, lengths }: SpokenWords): Bodies {
  return [
    [`${name}.bySound`, bytesOf(bySound)],
    [`${name}.letters`, bytesOf(letters)],
    [`${name}.lengths`, lengths],
  ];
}

export function thawSpoken(name: string, section: SectionOf, texts: SortedTexts): SpokenWords {
  const numbers = (piece: string): Uint32Array => wordsIn(section(`${name}.${piece}`));
  return { ...texts, bySound: numbers("bySound"), letters: numbers("letters"), lengths: section(`${name}.lengths`) };
}

/** A bit for each letter of `sound`. */
export function lettersOf(sound: string): number {
  let letters = 0;
  for (let i = 0; i < sound.length; i++) letters |= 1 << (sound.charCodeAt(i) % 32);
  return letters >>> 0;
}
