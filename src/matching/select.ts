/** Keeps the best of many without sorting them all. */

/** Takes items with their scores and keeps the best; of equal ones the lower item. */
export type Selector = {
  readonly clear: () => void;
  readonly offer: (item: number, score: number) => void;
  /** The items kept, in no order. */
  readonly items: () => readonly number[];
};

/** A selector of the `most` best: a heap with the worst of them on top. */
export function buildSelector(most: number): Selector {
  const scores = new Float64Array(most);
  const items = new Float64Array(most);
  let size = 0;

  const put = (at: number, item: number, score: number): void => {
    scores[at] = score;
    items[at] = item;
  };
  /** True when (score, item) stands behind what is at `at`. */
  const worse = (item: number, score: number, at: number): boolean =>
    score < scores[at]! || (score === scores[at]! && item > items[at]!);

  const sinkFromTop = (item: number, score: number): void => {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && worse(items[child + 1]!, scores[child + 1]!, child)) child++;
      if (worse(item, score, child)) break;
      put(at, items[child]!, scores[child]!);
      at = child;
    }
    put(at, item, score);
  };

  return {
    clear() {
      size = 0;
    },
    offer(item, score) {
      if (size === most) {
        if (!worse(item, score, 0)) sinkFromTop(item, score);
        return;
      }
      let at = size++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!worse(item, score, parent)) break;
        put(at, items[parent]!, scores[parent]!);
        at = parent;
      }
      put(at, item, score);
    },
    items() {
      const kept: number[] = [];
      for (let i = 0; i < size; i++) kept.push(items[i]!);
      return kept;
    },
  };
}
