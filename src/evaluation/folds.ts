/** Groups of catalogues that are held out together. */

/** A group, and all that is not in it. */
export type Fold<T> = { readonly held: readonly T[]; readonly others: readonly T[] };

/** At most `most` folds of `items`, dealt in turn; with a single item it teaches itself, for there is nothing else. */
export function foldsOf<T>(items: readonly T[], most: number): Fold<T>[] {
  if (items.length === 1) return [{ held: items, others: items }];
  const count = Math.min(most, items.length);
  return Array.from({ length: count }, (_, fold) => ({
    held: items.filter((_, i) => i % count === fold),
    others: items.filter((_, i) => i % count !== fold),
  }));
}
