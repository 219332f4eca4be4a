/** *Index* beside an antibody or an antigen is the ratio of signals that the assay gives (`Index VIH`): a number in units of its own, no score. */
import { componentWords } from "../lexicon/normalise.ts";
import type { AxisSense } from "../lexicon/senses.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { changedReading, changedSegment } from "./segment.ts";

/** Alone, or behind the isotype that the lexicon takes it with (`IgG index` of cerebrospinal fluid). */
const INDEX = /^(ig[gma])?\s*(?:index|indice)$/i;
/** An index between two specimens is a quotient. */
const OF_TWO_SPECIMENS = /\b(lcr|csf|c[ée]r[ée]bro.?spinal|c[ée]phalo.?rachidien)/i;
const AVIDITY = /\bavidity\b/i;
const SEROLOGY = new Set(["ab", "ag", "igg", "igm", "iga"]);
const SAID: readonly AxisSense[] = [
  { kind: "property", values: ["ACnc"] },
  { kind: "scale", values: ["Qn"] },
];

/**
 * `label` with what *index* says there, when it stands beside what serology looks for. `around` are the specimen and the exams that it stands in: an
 * index of cerebrospinal fluid is another thing, and so is one of avidity.
 */
export function withSignalIndex(
  read: (text: string) => TextReading,
  label: TextReading,
  around: readonly string[],
): TextReading {
  const { segments, text } = label;
  const indices = segments.filter((segment) => INDEX.test(segment.text));
  const looksFor = segments.some((segment) => !indices.includes(segment) && isSerology(segment));
  if (indices.length === 0 || !looksFor || [text, ...around].some((said) => OF_TWO_SPECIMENS.test(said))) return label;
  if (segments.some(({ analytes }) => analytes.some(({ component }) => AVIDITY.test(component)))) return label;
  const said = (segment: Segment): Segment => {
    const isotype = INDEX.exec(segment.text)?.[1];
    const analytes = isotype === undefined ? [] : read(isotype).segments.flatMap((own) => own.analytes);
    return changedSegment(segment, { analytes, axes: SAID });
  };
  return changedReading(label, {
    segments: segments.map((segment) => (indices.includes(segment) ? said(segment) : segment)),
  });
}

/** True when what `segment` likely names is an antibody or an antigen. */
function isSerology({ analytes }: Segment): boolean {
  return analytes.some(
    ({ component, prior }) => prior >= 0.7 && componentWords(component).some((word) => SEROLOGY.has(word)),
  );
}
