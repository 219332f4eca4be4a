/** Antibiotics that are dosed in blood, not tried on a germ: an exam called *taux d'antibiotiques* takes no isolate. */
import { tokens } from "../lexicon/tokens.ts";
import type { BoundAnalyte } from "./binding.ts";
import type { TextReading } from "./read-text.ts";
import { changedReading, changedSegment } from "./segment.ts";

const DOSED =
  /^(taux|tx|dosage|dos|concentration|concentrations|residuel|residuelle|pharmaco\w*|level|levels|tdm|stp)$/;
/** What is no dose either: the concentration that inhibits a germ, a high level of resistance. */
const OF_GERMS = /^(minimal\w*|inhibitri\w*|critique|critiques|mic|cmi|high)$/;
const TRIED = "Susc";

/** True when a word of `text` says that a drug is dosed. */
export function saysDosed({ text }: TextReading): boolean {
  const words = tokens(text).map(({ word }) => word);
  return words.some((word) => DOSED.test(word)) && !words.some((word) => OF_GERMS.test(word));
}

/** `label` without the susceptibility that the name of an antibiotic may mean, when it or one of `exams` says that it is dosed. */
export function withDosed(label: TextReading, exams: readonly TextReading[]): TextReading {
  if (!label.segments.some(({ analytes }) => analytes.some(isTried)) || ![label, ...exams].some(saysDosed))
    return label;
  const segments = label.segments.map((segment) => {
    const dosed = segment.analytes.filter((analyte) => !isTried(analyte));
    return dosed.length === 0 ? segment : changedSegment(segment, { analytes: dosed });
  });
  return changedReading(label, { segments });
}

function isTried({ hints }: BoundAnalyte): boolean {
  return hints?.property.includes(TRIED) === true;
}
