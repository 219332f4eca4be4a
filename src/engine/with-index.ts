import { withComponents } from "../matching/frozen-components.ts";
import type { Reference } from "../reference/reference.ts";

/** `reference` as it is kept: its release with the index that matching would else make at each start. */
export function withIndex(reference: Reference): Reference {
  const { release } = reference;
  return release === undefined ? reference : { ...reference, release: withComponents(release) };
}
