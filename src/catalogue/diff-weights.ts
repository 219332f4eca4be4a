/** How much the change of each field matters to a decision that was taken on the row. */
import type { ItemKey } from "./source-file.ts";
import { sameWords } from "./spelling.ts";

export type Weight = "meaning" | "spelling" | "context";

export type FieldWeight = (from: string, to: string, sameUnit: (a: string, b: string) => boolean) => Weight;

const words: FieldWeight = (from, to) => (sameWords(from, to) ? "spelling" : "meaning");
const unit: FieldWeight = (from, to, same) => (same(from, to) ? "spelling" : "meaning");
/** A synonym that is gone takes nothing back. */
const synonym: FieldWeight = (from, to) => (to === "" ? "context" : words(from, to, Object.is));
const context: FieldWeight = () => "context";

/** For each level its fields. A code of the laboratory's own (unit, specimen) stands for its label and matters when there is none. */
export const FIELD_WEIGHTS: { readonly [level in ItemKey["level"]]: { readonly [field: string]: FieldWeight } } = {
  chapter: { label: words },
  subchapter: { label: words },
  exam: {
    label: words,
    synonym,
    chapter: context,
    subchapter: context,
    specimen: words,
    nabm: context,
    // a panel is what its analyses are
    analyses: () => "meaning",
  },
  analysis: {
    label: words,
    synonym,
    property: words,
    unit,
    unitCode: context,
    time: words,
    specimen: words,
    specimenCode: context,
    examSpecimen: words,
    scale: words,
    method: words,
    nabm: context,
    exams: context,
  },
};
