/** `S` beside what is measured in whole blood is *sang*, not serum: `PB S`, `TACROLIMUS S`. */
import type { Binding } from "./binding.ts";
import type { Segment } from "./read-text.ts";
import { changedSegment } from "./segment.ts";

const LETTER = /^s$/i;
const BLOOD = "Sang";

/** What is measured in whole blood wherever it is measured; of metals and vitamins that some measure in serum the letter says nothing. */
const IN_BLOOD: ReadonlySet<string> = new Set(["Lead", "Tacrolimus", "Cyclosporine", "Sirolimus", "Everolimus"]);

/** `segments` of a label with blood for serum where one letter says it and all that may be named is measured in blood. */
export function withBlood({ lexicon }: Binding, segments: readonly Segment[]): readonly Segment[] {
  if (!segments.some(isLetter)) return segments;
  const named = segments.flatMap(({ analytes }) => {
    const most = Math.max(0, ...analytes.map(({ prior }) => prior));
    return analytes.filter(({ modifier, prior }) => !modifier && prior === most);
  });
  const blood = lexicon.specimens.get(BLOOD);
  if (blood === undefined || named.length === 0) return segments;
  if (!named.every(({ component }) => IN_BLOOD.has(component.split("^")[0]!))) return segments;
  return segments.map((segment) => (isLetter(segment) ? changedSegment(segment, { specimen: blood }) : segment));
}

const isLetter = ({ specimen, text }: Segment): boolean => specimen !== undefined && LETTER.test(text);
