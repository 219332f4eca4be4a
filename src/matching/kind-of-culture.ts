/** A culture of fungi, mycobacteria or viruses: `HEMOCULT MYCOLOGIQUE` grows no bacteria. */
import { type AnalyteSense, analyteSense } from "../lexicon/senses.ts";
import type { Binding, BoundAnalyte } from "./binding.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { remembering } from "./remembering.ts";
import { changedReading, changedSegment } from "./segment.ts";
import { spokenSegments } from "./spoken.ts";

const BACTERIA = "Bacteria identified";
const OTHERS = new Set(["Fungus identified", "Yeast identified", "Mycobacterium sp identified", "Virus identified"]);

/** A culture of bacteria as well: `Culture bactérienne et mycologique`, `BACTERIO + MYCO`, `culture standard + BK`. */
const JOINT = /[+/&]|(?<!\p{L})(et|and|ak|bact\p{L}*|standard|usuelle|(an)?a[ée]ro\p{L}*)(?!\p{L})/iu;

/** `label` with what its culture grows, when a word beside it says so, or its one exam does of a culture that stands alone. */
export function withGrown(binding: Binding, label: TextReading, exams: readonly TextReading[]): TextReading {
  if (!label.segments.some(isCulture)) return label;
  const alone = spokenSegments(label).length === 1 && exams.length === 1;
  const saying = alone ? [label, ...exams] : [label];
  const grown = saying.flatMap(({ segments }) => segments.map(grownIn)).find((component) => component !== undefined);
  if (grown === undefined || saying.some(({ text }) => JOINT.test(text))) return label;
  const segments = label.segments.map((segment) =>
    isCulture(segment)
      ? changedSegment(segment, {
          analytes: segment.analytes.filter(isGrown).map((analyte) => growing(binding, analyte, grown)),
        })
      : segment,
  );
  return changedReading(label, { segments });
}

/** `analyte` with `component` for bacteria. */
function growing(binding: Binding, analyte: BoundAnalyte, component: string): BoundAnalyte {
  if (analyte.component !== BACTERIA || analyte.modifier) return analyte;
  const key = `${component}\t${analyte.prior}\t${JSON.stringify(analyte.hints ?? null)}`;
  return binding.analyte(senseOf(binding, key, { component, analyte }));
}

type Grown = { readonly component: string; readonly analyte: BoundAnalyte };

const senseOf = remembering(
  (_binding, _key, { component, analyte }: Grown): AnalyteSense =>
    analyteSense(component, analyte.prior, analyte.hints),
);

/** What a word says to be grown that names no more than that: an adjective, a kind of germ. */
function grownIn({ recognition, analytes }: Segment): string | undefined {
  if (recognition !== "form" || analytes.length === 0) return undefined;
  const [first] = analytes;
  return OTHERS.has(first!.component) && analytes.every(({ component }) => component === first!.component)
    ? first!.component
    : undefined;
}

/** True for what may be a culture that says nothing of its germs: `HEMOCULT` is a test of blood in stool as well. */
function isCulture({ recognition, analytes }: Segment): boolean {
  return recognition === "form" && analytes.some(({ component, modifier }) => component === BACTERIA && !modifier);
}

const isGrown = ({ component, modifier }: BoundAnalyte): boolean => modifier || component === BACTERIA;
