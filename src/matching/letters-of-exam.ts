/** Labels of one letter that mean something in their exam alone: `S` of an electrophoresis of haemoglobin, `H` of serum indices. */
import type { TextReading } from "./read-text.ts";
import { changedReading, changedSegment } from "./segment.ts";

/** What the exam names, and what its letters are short for. */
const NAMED_IN: ReadonlyMap<string, string> = new Map([
  ["Hemoglobin pattern", "hémoglobine"],
  ["Hemolysis index", "indice"],
]);
const LETTER = /^\s*\p{Lu}\d?\s*%?\s*$/u;
/** Exams where letters are antigens of red cells. */
const OF_ANTIGENS = /ph[ée]no|\bgroup|\brh/i;

/** `label` as the lexicon reads it behind what one of `exams` names; as it is, when it is no letter or means nothing there. */
export function withLetters(
  read: (text: string) => TextReading,
  label: TextReading,
  exams: readonly TextReading[],
): TextReading {
  const [letter] = label.segments;
  if (letter === undefined || !LETTER.test(label.text) || exams.some(({ text }) => OF_ANTIGENS.test(text)))
    return label;
  const named = exams.flatMap(({ segments }) => segments).flatMap(({ analytes }) => analytes);
  for (const [component, name] of NAMED_IN) {
    if (!named.some((analyte) => analyte.component === component)) continue;
    const [whole, ...others] = read(`${name} ${label.text}`).segments;
    if (whole !== undefined && others.length === 0 && whole.analytes.length > 0)
      return changedReading(label, {
        segments: [changedSegment(letter, { recognition: whole.recognition, analytes: whole.analytes, axes: [] })],
      });
  }
  return label;
}
