/**
 * Segments and readings changed: made anew by one function a type. Objects that are spread where they are needed get a hidden shape of their own at
 * each place, and what reads them is compiled again for every one (docs/decisions/0045).
 */
import type { Segment, TextReading } from "./read-text.ts";

/** A segment like `segment` but for `changes`. */
export function changedSegment(segment: Segment, changes: Partial<Segment>): Segment {
  const { start, end, text, recognition, analytes, specimen, axes, challenge, echo, administrative } = segment;
  const made = { start, end, text, recognition, analytes, specimen, axes, challenge, echo, administrative };
  return Object.assign(made, changes);
}

/** A reading like `reading` but for `changes`. */
export function changedReading(reading: TextReading, changes: Partial<TextReading>): TextReading {
  const { text, segments, challenges, hasPercent, unit } = reading;
  return Object.assign({ text, segments, challenges, hasPercent, unit }, changes);
}
