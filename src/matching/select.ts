/** Keeps the best of many without sorting them all. */

/** Takes items with their scores and keeps the best; of equal ones the lower item. */
export type Selector = {
  readonly clear: () => void;
  readonly offer: (item: number, score: number) => void;
  /** The items kept, in no order. */
  readonly items: () => readonly number[];
};

/** A selector of the `most` best among at most `capacity` that are offered. */
export function buildSelector(most: number, capacity: number): Selector {
  const scores = new Float64Array(capacity);
  const parted = new Float64Array(capacity);
  const items = new Int32Array(capacity);
  let size = 0;
  return {
    clear() {
      size = 0;
    },
    offer(item, score) {
      items[size] = item;
      scores[size++] = score;
    },
    items() {
      const kept: number[] = [];
      if (size <= most) {
        for (let i = 0; i < size; i++) kept.push(items[i]!);
        return kept;
      }
      for (let i = 0; i < size; i++) parted[i] = scores[i]!;
      const least = descending(parted, size, most - 1);
      const equal: number[] = [];
      for (let i = 0; i < size; i++) {
        if (scores[i]! > least) kept.push(items[i]!);
        else if (scores[i] === least) equal.push(items[i]!);
      }
      if (kept.length + equal.length > most) equal.sort((a, b) => a - b);
      for (let i = 0; kept.length < most; i++) kept.push(equal[i]!);
      return kept;
    },
  };
}

/** The value that stands at `place` when the first `size` of `values` are put in descending order; parts them around it (Hoare's selection). */
function descending(values: Float64Array, size: number, place: number): number {
  let low = 0;
  let high = size - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! > pivot) i++;
      while (values[j]! < pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    if (place <= j) high = j;
    else if (place >= i) low = i;
    else break;
  }
  return values[place]!;
}
