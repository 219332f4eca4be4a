/** `S` beside what is measured in whole blood is *sang*, not serum: `PB S`, `TACROLIMUS S`. */
import type { Binding } from "./binding.ts";
import type { Segment } from "./read-text.ts";
import { changedSegment } from "./segment.ts";

const LETTER = /^s$/i;
const BLOOD = "Sang";

/** `segments` of a label with blood for serum where one letter says it and all that may be named is measured in blood. */
export function withBlood({ lexicon, usualSystem }: Binding, segments: readonly Segment[]): readonly Segment[] {
  if (!segments.some(({ text, specimen }) => specimen !== undefined && LETTER.test(text))) return segments;
  const named = segments.flatMap(({ analytes }) => {
    const most = Math.max(0, ...analytes.map(({ prior }) => prior));
    return analytes.filter(({ modifier, prior }) => !modifier && prior === most);
  });
  const blood = lexicon.specimens.get(BLOOD);
  if (blood === undefined || named.length === 0) return segments;
  if (!named.every(({ base }) => base >= 0 && usualSystem(base) === "Bld")) return segments;
  return segments.map((segment) =>
    segment.specimen !== undefined && LETTER.test(segment.text)
      ? changedSegment(segment, { specimen: blood })
      : segment,
  );
}
