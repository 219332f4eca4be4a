/** Texts in alphabetical order, wherever they are kept. */
export type SortedTexts = {
  readonly count: number;
  /** The text at a place. */
  readonly at: (place: number) => string;
};

/** `texts` put in order. */
export function sortedTexts(texts: Iterable<string>): SortedTexts {
  const sorted = [...texts].sort();
  return { count: sorted.length, at: (place) => sorted[place]! };
}

/** The texts that begin with `start`, in order. */
export function* beginningWith({ count, at }: SortedTexts, start: string): Generator<string> {
  for (let place = firstFrom(count, at, start); place < count; place++) {
    const text = at(place);
    if (!text.startsWith(start)) return;
    yield text;
  }
}

/** The first of `count` places whose text is not before `text`; `textAt` gives texts in order. */
export function firstFrom(count: number, textAt: (place: number) => string, text: string): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (textAt(middle) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
