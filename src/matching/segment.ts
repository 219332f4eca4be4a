/**
 * Segments and readings, made and changed by one function a type. Objects that are spread where they are needed get a hidden shape of their own at
 * each place, and what reads them is compiled again for every one (docs/decisions/0045).
 */
import type { AxisSense } from "../lexicon/senses.ts";
import type { Token } from "../lexicon/tokens.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";
import type { Piece } from "./piece.ts";
import type { Segment, TextReading } from "./read-text.ts";

/** Administrative words that are guessed leave a doubt. */
const SURE = 0.99;

/** What `words` of `text` mean, being `piece`; some were `corrected`. */
export function segmentOf(
  binding: Binding,
  text: string,
  words: readonly Token[],
  { recognition, senses, more, short }: Piece,
  corrected: ReadonlySet<Token>,
): Segment {
  // words turned round a comma do not begin where the first does
  const start = Math.min(...words.map((word) => word.start));
  const end = Math.max(...words.map((word) => word.end));
  const analytes = [...more];
  const axes: AxisSense[] = [];
  let specimen = short;
  let administrative = 0;
  for (const sense of senses) {
    switch (sense.kind) {
      case "analyte":
      case "modifier": {
        const bound = binding.analyte(sense);
        if (bound.words.length > 0) analytes.push(bound);
        break;
      }
      case "specimen":
        specimen ??= sense.specimen;
        break;
      case "challenge":
        break;
      case "administrative":
        administrative = Math.max(
          administrative,
          recognition === "guess" ? Math.min(SURE, sense.strength) : sense.strength,
        );
        break;
      default:
        axes.push(sense);
    }
  }
  return {
    start,
    end,
    text: text.slice(start, end),
    recognition,
    corrected: recognition !== "unknown" && words.some((word) => corrected.has(word)),
    spelt: words.map(({ word }) => word).join(" "),
    analytes,
    specimen,
    axes,
    challenge: false,
    echo: false,
    administrative,
  };
}

/** A segment like `segment` but for `changes`. */
export function changedSegment(segment: Segment, changes: Partial<Segment>): Segment {
  const { start, end, text, recognition, corrected, spelt, analytes, specimen, axes, challenge, echo, administrative } =
    segment;
  const made = {
    start,
    end,
    text,
    recognition,
    corrected,
    spelt,
    analytes,
    specimen,
    axes,
    challenge,
    echo,
    administrative,
  };
  return Object.assign(made, changes);
}

/** What an exam or a sign tells is hardly anything else. */
const TOLD = 0.9;

/** `analyte` as surely meant as what is told around it. */
export function toldAnalyte(analyte: BoundAnalyte): BoundAnalyte {
  return { ...analyte, prior: Math.max(TOLD, analyte.prior) };
}

/** A reading like `reading` but for `changes`. */
export function changedReading(reading: TextReading, changes: Partial<TextReading>): TextReading {
  const { text, segments, challenges, hasPercent, unit } = reading;
  return Object.assign({ text, segments, challenges, hasPercent, unit }, changes);
}
