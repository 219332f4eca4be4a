/** Whether the words of a component stand in a row, letter by letter: what the lexicon does not know, a person still sees. */
import { componentWords, fold, soundOf } from "../lexicon/normalise.ts";
import { componentParts } from "../loinc/component.ts";
import type { RowReading } from "../matching/read-row.ts";

type Texts = Pick<RowReading, "label" | "synonym" | "exams">;

/** Letters in a row that two unrelated names of substances hardly share; prefixes such as *methyl* are shorter. */
const ALIKE = 7;

/**
 * True when label, synonym or exam hold all words of the component's analyte (`Bile Acids`), or one long word of it as it sounds: whole (`acétone`), cut
 * short (`testost`), with another ending (`aminoadipic`) or another beginning (`desmethyldoxepin`, *Nordoxepin*).
 */
export function stands(component: string, texts: Texts): boolean {
  const said = textsOf(texts).map((text) => soundOf(fold(text)));
  const spoken = said.flatMap((text) => text.split(/[^a-z0-9]+/));
  const words = componentWords(componentParts(component).analyte).map(soundOf);
  if (words.length > 0 && words.every((word) => spoken.some((other) => other === word || other === `${word}s`)))
    return true;
  return words
    .filter((word) => word.length >= 6)
    .some(
      (word) =>
        said.some((text) => text.includes(word) || shareRun(word, text)) ||
        spoken.some((other) => other.length >= 5 && word.startsWith(other)),
    );
}

function shareRun(word: string, text: string): boolean {
  for (let at = 0; at + ALIKE <= word.length; at++) if (text.includes(word.slice(at, at + ALIKE))) return true;
  return false;
}

/** The label is all in the code's component (`C3` in *Propionylcarnitine (C3)*), or says a word or number of it that `other` lacks (`Binding Protein-2`). */
export function saysMore(component: string, other: string, texts: Texts): boolean {
  const said = componentWords(`${texts.label.text} ${texts.synonym?.text ?? ""}`);
  if (said.every((word) => componentWords(component).includes(word))) return true;
  const lacking = componentWords(component).filter((word) => !componentWords(other).includes(word));
  return lacking.some((word) => said.includes(word)) || stands(lacking.join(" "), texts);
}

/** The row is about a metabolite: it names the drug, the code what becomes of it. */
export function isMetabolite(texts: Texts): boolean {
  return textsOf(texts).some((text) => /m[ée]tab/i.test(text));
}

/** A label of a few letters may mean many things. */
export function isSigle({ label, synonym }: Texts): boolean {
  const known = label.segments.filter(({ analytes }) => analytes.length > 0).map(({ text }) => text);
  return synonym === undefined && known.join("").length <= 4;
}

function textsOf({ label, synonym, exams }: Texts): string[] {
  return [label, ...(synonym === undefined ? [] : [synonym]), ...exams].map(({ text }) => text);
}
