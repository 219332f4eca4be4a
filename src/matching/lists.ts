/**
 * Lists of numbers end to end; list `i` is `items[starts[i], starts[i+1])`. No number is negative; they are signed all the same, because what is
 * counted from an unsigned number may leave 32 bits, and V8 then counts in floating point.
 */
export type Lists = { readonly starts: Int32Array; readonly items: Int32Array };

/** The items of list `i`; none of a list that does not exist (-1). */
export function listAt({ starts, items }: Lists, i: number): Int32Array {
  return i < 0 ? items.subarray(0, 0) : items.subarray(starts[i]!, starts[i + 1]!);
}

/** True when list `i` holds `item`. */
export function holds({ starts, items }: Lists, i: number, item: number): boolean {
  for (let at = starts[i]!; at < starts[i + 1]!; at++) if (items[at] === item) return true;
  return false;
}

/** The same lists with those of their items that `keep` is true of. */
export function filtered({ starts, items }: Lists, keep: (item: number) => boolean): Lists {
  const kept = new Int32Array(items.length);
  let count = 0;
  const starting = starts.map((start, list) => {
    for (let i = list === 0 ? start : starts[list - 1]!; i < start; i++) if (keep(items[i]!)) kept[count++] = items[i]!;
    return count;
  });
  return { starts: starting, items: kept.slice(0, count) };
}

/** Takes lists one after the other. */
export type ListsBuilder = { readonly add: (list: readonly number[]) => void; readonly lists: () => Lists };

export function listsBuilder(): ListsBuilder {
  const starts = [0];
  const items: number[] = [];
  return {
    add(list) {
      for (const item of list) items.push(item);
      starts.push(items.length);
    },
    lists: () => ({ starts: Int32Array.from(starts), items: Int32Array.from(items) }),
  };
}

/** `count` lists: each item goes to the list of its key, in the order given. */
export function grouped(count: number, keys: ArrayLike<number>, items: ArrayLike<number>): Lists {
  const starts = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i++) starts[keys[i]! + 1]!++;
  for (let list = 0; list < count; list++) starts[list + 1]! += starts[list]!;
  const next = starts.slice();
  const sorted = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) sorted[next[keys[i]!]!++] = items[i]!;
  return { starts, items: sorted };
}
