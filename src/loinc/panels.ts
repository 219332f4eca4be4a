/** Which analyses an orderable panel holds: panel code → member codes, in order. */
export type Panels = ReadonlyMap<string, readonly string[]>;

/** One panel with all its members, from several sources; the members of a later source are added to those of an earlier one. */
export function mergePanels(...sources: readonly Panels[]): Panels {
  const merged = new Map<string, string[]>();
  for (const source of sources) {
    for (const [panel, members] of source) merged.set(panel, [...new Set([...(merged.get(panel) ?? []), ...members])]);
  }
  return merged;
}
