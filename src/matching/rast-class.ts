/** Classes of specific IgE: `IgE d1 classe` is not its concentration. */
import type { AnalyteSense } from "../lexicon/senses.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";
import type { TextReading } from "./read-text.ts";
import { remembering } from "./remembering.ts";
import { changedReading, changedSegment } from "./segment.ts";

const CLASS = "Ab.IgE.RAST class";
const IGE = / Ab\.IgE$/;

const classOf = remembering((_binding, component): AnalyteSense => {
  return { kind: "analyte", component: component.replace(IGE, ` ${CLASS}`), prior: 1, hints: undefined };
});

/** `label` with classes instead of concentrations, when it says *class*; an allergen whose class the reference does not hold is left as it is. */
export function withClass(binding: Binding, label: TextReading): TextReading {
  const said = label.segments.some(({ analytes }) => analytes.some(({ component }) => component === CLASS));
  if (!said) return label;
  const inClass = (analyte: BoundAnalyte): BoundAnalyte => {
    if (!IGE.test(analyte.component)) return analyte;
    const bound = binding.analyte(classOf(binding, analyte.component));
    return bound.base < 0 ? analyte : { ...bound, prior: analyte.prior };
  };
  return changedReading(label, {
    segments: label.segments.map((segment) => changedSegment(segment, { analytes: segment.analytes.map(inClass) })),
  });
}
