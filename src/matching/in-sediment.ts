/** In the sediment of urine bacteria are seen, not grown: `Bactéries` of a urinalysis is no culture, as it is in an ECBU. */
import { tokens } from "../lexicon/tokens.ts";
import type { TextReading } from "./read-text.ts";
import { changedReading, changedSegment } from "./segment.ts";

/** Words, without plural, that call an examination of urine and its sediment; those that do where the specimen is named as well; those of a culture. */
const URINALYSIS = /^(urinalysi|ecu)$/;
const SEDIMENT = /^(sediment|sedimentaire|culot|analyse|ua)$/;
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

/** True when `text` calls an examination of urine and its sediment. */
export function isOfSediment({ text, segments }: TextReading): boolean {
  const words = tokens(text).map(({ word }) => word);
  const isOfUrine = segments.some(({ specimen }) => specimen?.systems.get("Urine sed") !== undefined);
  return words.some((word) => URINALYSIS.test(word) || (isOfUrine && SEDIMENT.test(word)));
}

function isCultured({ text }: TextReading): boolean {
  return tokens(text).some(({ word }) => CULTURE.test(word));
}
