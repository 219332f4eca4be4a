/** Reads one text (a label, a synonym, a chapter name) into segments: the longest known forms, each with all that it may mean. */
import { otherSpelling } from "../lexicon/other-spelling.ts";
import type { AxisSense, Specimen } from "../lexicon/senses.ts";
import { LONGEST_FORM, type Token, tokens } from "../lexicon/tokens.ts";
import type { UnitReading } from "../lexicon/units.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";
import { challengesIn } from "./challenge-spans.ts";
import { withClocksApart } from "./glued-clocks.ts";
import { turnedRound } from "./inverted.ts";
import { unitIn } from "./label-unit.ts";
import { type Piece, pieceAt } from "./piece.ts";
import { type Correction, respellings } from "./respelt.ts";
import { withBlood } from "./s-of-blood.ts";
import { changedSegment, segmentOf } from "./segment.ts";

/** How a segment was recognised; `fused` are a name and a specimen, isotype or technique that are written together. */
export type Recognition = "form" | "word" | "fused" | "guess" | "unknown";

export type Segment = {
  /** Offsets in the text, for quoting. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly recognition: Recognition;
  /** Were some of its letters a slip of the pen? */
  readonly correction: Correction;
  /** Its words as they were read: what is misspelt or turned round is not so any more. */
  readonly read: string;
  /** What it may measure; empty when it means nothing of that sort. */
  readonly analytes: readonly BoundAnalyte[];
  readonly specimen: Specimen | undefined;
  readonly axes: readonly AxisSense[];
  /** The name of the exam, said again (`ECBU : leucocytes`): it tells where the row stands more than what it is. */
  readonly echo: boolean;
  /** Part of a timed or stimulated sample's description. */
  readonly challenge: boolean;
  /** 0 to 1: how surely a row with these words bears no code. */
  readonly administrative: number;
};

export type TextReading = {
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Words of LOINC challenges that the text states, wherever they stand: `T60`, `HGPO 75 g`. */
  readonly challenges: readonly string[];
  readonly hasPercent: boolean;
  /** A unit written in the text itself: `Créatinine (mg/L)`. */
  readonly unit: UnitReading | undefined;
};

/** Texts remembered before memory is cleared: labels of exams and chapters come again soon, if they do. */
const MOST_REMEMBERED = 20_000;

/** Reads a text. */
export type Reader = (text: string) => TextReading;

/** A reader of texts; texts already read are remembered. */
export function textReader(binding: Binding): Reader {
  const known = new Map<string, TextReading>();
  return (text) => {
    let reading = known.get(text);
    if (reading === undefined) {
      reading = readText(binding, text);
      if (known.size >= MOST_REMEMBERED) known.clear();
      known.set(text, reading);
    }
    return reading;
  };
}

function readText(binding: Binding, text: string): TextReading {
  const all = tokens(text);
  const letters = all.filter((token) => token.word !== "%" && token.word !== "/" && token.word !== "‰");
  const spoken = withClocksApart(binding, letters);
  const challenges = challengesIn(binding, spoken);
  const stated = unitIn(binding, text);
  const words = spoken.filter((word) => stated === undefined || word.end <= stated.start || word.start >= stated.end);
  const segments = withBlood(binding, segmentsOf(binding, text, words));
  return {
    text,
    segments: segments.map((segment) =>
      challenges.some((span) => segment.start >= span.start && segment.end <= span.end)
        ? changedSegment(segment, { challenge: true })
        : segment,
    ),
    challenges: challenges.flatMap((span) => span.challenges),
    hasPercent: all.some((token) => token.word === "%") || /\bpour ?cent/i.test(text),
    unit: stated?.unit,
  };
}

/** Another order must explain so many letters' worth more. */
const TURNED = 1;

/** The segments of `words`, as they explain most: those that nothing knows spelt otherwise, a name that is turned round a comma turned back. */
function segmentsOf(binding: Binding, text: string, words: readonly Token[]): Segment[] {
  const corrections = new Map<Token, Correction>();
  let taken = { words, read: best(binding, text, words) };
  const takeBest = (ways: readonly { readonly words: readonly Token[]; readonly cost: number }[]): number => {
    let most = taken.read.value;
    let which = -1;
    for (const [i, way] of ways.entries()) {
      const read = best(binding, text, way.words);
      if (read.value - way.cost <= most) continue;
      most = read.value - way.cost;
      which = i;
      taken = { words: way.words, read };
    }
    return which;
  };
  for (const { token, ways } of respellings(binding, words)) {
    const { words: before } = taken;
    const instead = (meant: readonly Token[]): Token[] => before.flatMap((word) => (word === token ? meant : [word]));
    const way = ways[takeBest(ways.map(({ words: meant, cost }) => ({ words: instead(meant), cost })))];
    for (const word of way?.words ?? []) corrections.set(word, way!.correction);
  }
  const turned = turnedRound(text, taken.words);
  if (turned !== undefined) takeBest([{ words: turned, cost: TURNED }]);
  return taken.read.pieces
    .map(({ from, to, piece }) => segmentOf(binding, text, taken.words.slice(from, to), piece, corrections))
    .sort((a, b) => a.start - b.start);
}

/** What the words from `from` to `to` are. */
type Placed = { readonly from: number; readonly to: number; readonly piece: Piece };

/** The pieces that together explain most letters, and how much: dynamic programming over the places between words. */
function best(
  binding: Binding,
  text: string,
  words: readonly Token[],
): { readonly value: number; readonly pieces: readonly Placed[] } {
  const others = words.map(otherSpelling);
  const spelt = others.some((word, i) => word !== words[i]!.word) ? others : undefined;
  const score = new Float64Array(words.length + 1).fill(Number.NEGATIVE_INFINITY);
  const last: Placed[] = [];
  score[0] = 0;
  for (let to = 1; to <= words.length; to++) {
    for (let from = Math.max(0, to - LONGEST_FORM); from < to; from++) {
      const piece = pieceAt(binding, text, words, spelt, from, to);
      if (piece !== undefined && score[from]! + piece.value > score[to]!) {
        score[to] = score[from]! + piece.value;
        last[to - 1] = { from, to, piece };
      }
    }
  }
  const pieces: Placed[] = [];
  for (let at = words.length; at > 0; at = last[at - 1]!.from) pieces.push(last[at - 1]!);
  return { value: score[words.length]!, pieces: pieces.reverse() };
}
