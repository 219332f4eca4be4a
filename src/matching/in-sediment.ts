/** In the sediment of urine bacteria are seen, not grown: `Bactéries` of a urinalysis is no culture, as it is in an ECBU. */
import { tokens } from "../lexicon/tokens.ts";
import type { TextReading } from "./read-text.ts";
import { changedReading, changedSegment } from "./segment.ts";

/** Words, without plural, that examinations of sediment are called by; those of a culture are none of them. */
const SEDIMENT = /^(sediment|sedimentaire|culot|urinalysi|analyse|ecu|ua)$/;
const CULTURE = /^(cult|ecbu|cytobact|bacterio|microbio|germe|atb|antibio|urocult)/;
const SEEN = "Bacteria";
const GROWN = "Bacteria identified";

/** `label` without the culture that a name of bacteria may mean, when one of `exams` looks at a sediment of urine. */
export function withSediment(label: TextReading, exams: readonly TextReading[]): TextReading {
  const isSeen = label.segments.some(({ analytes }) => analytes.some(({ component }) => component === SEEN));
  if (!isSeen || [label, ...exams].some(isCultured) || !exams.some(isOfSediment)) return label;
  const segments = label.segments.map((segment) =>
    changedSegment(segment, { analytes: segment.analytes.filter(({ component }) => component !== GROWN) }),
  );
  return changedReading(label, { segments });
}

function isOfSediment({ text, segments }: TextReading): boolean {
  const words = tokens(text).map(({ word }) => word);
  if (!words.some((word) => SEDIMENT.test(word))) return false;
  return (
    words.some((word) => word === "urinalysi" || word === "ecu") ||
    segments.some(({ specimen }) => specimen?.systems.get("Urine sed") !== undefined)
  );
}

function isCultured({ text }: TextReading): boolean {
  return tokens(text).some(({ word }) => CULTURE.test(word));
}
