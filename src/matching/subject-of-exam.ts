/** Labels that say no more than a kind, of what their exam names: `CV log` of a *charge virale VIH* is RNA of HIV 1. */
import { componentWords } from "../lexicon/normalise.ts";
import { type BoundAnalyte, SURELY } from "./binding.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { changedReading, changedSegment } from "./segment.ts";

/** The second virus, alone or beside the first, that a form may leave unsaid: `VIH-2`, `VIH 1 et 2`, `HIV1/2`. */
const SECOND_VIRUS = /(vih|hiv)\W*(1\W*(et|and)?\W*)?((vih|hiv)\W*)?2/iu;

/** `label` with the one thing that `exams` surely name and that is of the kind that the label says, where the label names nothing itself. */
export function withSubject(label: TextReading, exams: readonly TextReading[]): TextReading {
  const kinds = label.segments.filter(({ analytes }) => analytes.length > 0);
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0 || !kind.analytes.every(({ modifier }) => modifier)) return label;
  if (exams.some(({ text }) => SECOND_VIRUS.test(text))) return label;
  const words = kind.analytes.map(({ component }) => componentWords(component));
  const named = exams
    .flatMap(({ segments }) => segments)
    .flatMap(surelyNamed)
    .filter(({ component }) => {
      const own = new Set(componentWords(component));
      return words.some((all) => all.length > 0 && all.every((word) => own.has(word)));
    });
  const [subject] = named;
  if (subject === undefined || named.some(({ component }) => component !== subject.component)) return label;
  return changedReading(label, {
    segments: label.segments.map((segment) =>
      segment === kind ? changedSegment(segment, { analytes: [...segment.analytes, subject] }) : segment,
    ),
  });
}

function surelyNamed({ recognition, analytes }: Segment): readonly BoundAnalyte[] {
  return recognition === "form" ? analytes.filter(({ modifier, prior }) => !modifier && prior >= SURELY) : [];
}
