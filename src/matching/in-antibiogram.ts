/** In an antibiogram abbreviations are antibiotics: `CTX` is no marker of bone there, nor `SM` an antigen. */
import type { Binding, BoundAnalyte } from "./binding.ts";
import type { Segment, TextReading } from "./read-text.ts";
import type { ReferenceIndex } from "./reference-index.ts";
import { changedReading, changedSegment, toldAnalyte } from "./segment.ts";

const SUSCEPTIBILITY = "Susc";

/** `label` without what its names may mean elsewhere, when one of `around`, its exams and chapters, tests how germs respond to antibiotics. */
export function withAntibiotics(binding: Binding, label: TextReading, around: readonly TextReading[]): TextReading {
  if (!around.some(isAntibiogram)) return label;
  const isAntibiotic = ({ base }: BoundAnalyte): boolean => testedIn(binding.index).has(base);
  const segments = label.segments.map((segment) => {
    const antibiotics = segment.analytes.filter(isAntibiotic);
    if (antibiotics.length === 0 || antibiotics.length === segment.analytes.length) return segment;
    return changedSegment(segment, { analytes: antibiotics.map(toldAnalyte) });
  });
  return changedReading(label, { segments });
}

const tested = new WeakMap<ReferenceIndex, ReadonlySet<number>>();

/** The bases whose susceptibility is tested, found once for an index. */
function testedIn(index: ReferenceIndex): ReadonlySet<number> {
  let bases = tested.get(index);
  if (bases === undefined) {
    const { baseOfComponent, release } = index;
    const { component, property } = release.coded;
    const susceptibility = property.values.indexOf(SUSCEPTIBILITY);
    const found = new Set<number>();
    property.ids.forEach((id, term) => {
      if (id === susceptibility) found.add(baseOfComponent[component.ids[term]!]!);
    });
    bases = found;
    tested.set(index, bases);
  }
  return bases;
}

/** True for a text that names the testing of susceptibility and nothing else: in *ECBU + antibiogramme* `NIT` is nitrite. */
function isAntibiogram({ segments }: TextReading): boolean {
  return segments.some(isTesting) && segments.every((segment) => isTesting(segment) || isSilent(segment));
}

function isTesting({ axes }: Segment): boolean {
  return axes.some(({ kind, values }) => kind === "property" && values[0] === SUSCEPTIBILITY);
}

function isSilent({ analytes, specimen }: Segment): boolean {
  return analytes.length === 0 && specimen === undefined;
}
