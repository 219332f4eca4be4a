/**
 * Segments and readings, made and changed by one function a type. Objects that are spread where they are needed get a hidden shape of their own at
 * each place, and what reads them is compiled again for every one (docs/decisions/0045).
 */
import type { AxisSense } from "../lexicon/senses.ts";
import type { Token } from "../lexicon/tokens.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";
import type { Piece } from "./piece.ts";
import type { Segment, TextReading } from "./read-text.ts";
import type { Correction } from "./respelt.ts";

/** Administrative words that are guessed leave a doubt. */
const SURE = 0.99;

/** What `words` of `text` mean, being `piece`; `corrections` tells of those that are not as they were written. */
export function segmentOf(
  binding: Binding,
  text: string,
  words: readonly Token[],
  { recognition, senses, more, short }: Piece,
  corrections: ReadonlyMap<Token, Correction>,
): Segment {
  const { start, end } = quoted(words);
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
    correction: recognition === "unknown" ? "none" : correctionOf(words, corrections),
    read: words.map((word) => word.text).join(" "),
    analytes,
    specimen,
    axes,
    challenge: false,
    echo: false,
    administrative,
  };
}

/** What of a text stands for `words`: all of it, or where they were turned round a comma what stands behind it, for other words may stand between. */
function quoted(words: readonly Token[]): Pick<Token, "start" | "end"> {
  const { start } = words[0]!;
  const ends = words.filter((word) => word.start >= start).map(({ end }) => end);
  return { start, end: Math.max(...ends) };
}

function correctionOf(words: readonly Token[], corrections: ReadonlyMap<Token, Correction>): Correction {
  const made = words.map((word) => corrections.get(word) ?? "none");
  return made.includes("doubtful") ? "doubtful" : made.includes("sure") ? "sure" : "none";
}

/** A segment like `segment` but for `changes`. */
export function changedSegment(segment: Segment, changes: Partial<Segment>): Segment {
  const { start, end, text, recognition, correction, read, analytes, specimen, axes, challenge, echo, administrative } =
    segment;
  const made = {
    start,
    end,
    text,
    recognition,
    correction,
    read,
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
