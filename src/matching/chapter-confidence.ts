/** What tells how sure the code of a chapter or sub-chapter is; fitted on catalogues with gold. */
import type { ChapterOption } from "./chapter.ts";
import { logOdds } from "./logistic.ts";

export const CHAPTER_CONFIDENCE_FEATURES = [
  "bias",
  "share", // log-odds of the best option's share of the votes
  "lead", // its lead over the second
  "name", // the section that the name says
  "panel", // a panel of that name
  "parent", // the chapter's own section, for a sub-chapter
  "subchapter",
  "called", // the section's name is all of the label
  "called.piece", // …or all of one of the names that the label joins
  "rivals", // other sections are named too
  "held", // share of the contents that belongs to it
  "held.called", // the same when the name says it
  "empty", // no contents with a code
] as const;

export type ChapterConfidenceFeature = (typeof CHAPTER_CONFIDENCE_FEATURES)[number];

/** The features of the best of `options`, in the order of `CHAPTER_CONFIDENCE_FEATURES`; `options` is not empty. */
export function chapterConfidenceFeatures(
  options: readonly ChapterOption[],
  level: "chapter" | "subchapter",
): Float32Array {
  const best = options[0]!;
  const out: Partial<Record<ChapterConfidenceFeature, number>> = {
    bias: 1,
    share: logOdds(best.share) / 4,
    lead: best.share - (options[1]?.share ?? 0),
    name: best.reason === "name" ? 1 : 0,
    panel: best.reason === "panel" ? 1 : 0,
    parent: best.reason === "parent" ? 1 : 0,
    subchapter: level === "subchapter" ? 1 : 0,
    called: best.called === "name" ? 1 : 0,
    "called.piece": best.called === "piece" ? 1 : 0,
    rivals: best.rivals > 0 ? 1 : 0,
    held: best.held,
    "held.called": best.called === "name" ? best.held : 0,
    empty: options.every((option) => option.held === 0) ? 1 : 0,
  };
  return Float32Array.from(CHAPTER_CONFIDENCE_FEATURES, (name) => out[name] ?? 0);
}
