/** The segments of a text that hold letters, and shares of their letters. */
import type { Segment, TextReading } from "./read-text.ts";

export function spokenSegments({ segments }: TextReading): Segment[] {
  return segments.filter((segment) => /\p{L}/u.test(segment.text));
}

/** The mean of `of` over the letters of `segments`; 0 when there are none. */
export function overLetters(segments: readonly Segment[], of: (segment: Segment) => number): number {
  const letters = segments.reduce((sum, { text }) => sum + text.length, 0);
  return letters === 0 ? 0 : segments.reduce((sum, segment) => sum + of(segment) * segment.text.length, 0) / letters;
}
