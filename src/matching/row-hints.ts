/** What the words of a row let expect of axes that no field states: `lysozymurie` of the system, `ECBU` of much more. */
import { tokens } from "../lexicon/tokens.ts";
import type { Binding, BoundAnalyte, Fit } from "./binding.ts";
import { countHints } from "./counted-cells.ts";
import { levelHints } from "./drug-in-serum.ts";
import type { Evidence } from "./evidence.ts";
import { overrules } from "./overruled.ts";
import type { RowReading } from "./read-row.ts";
import type { Segment } from "./read-text.ts";
import { FIELDS, OWN_WORDS } from "./row.ts";

const HINTED = ["system", "property", "time", "scale", "method"] as const;

/** What the exam's name hardly means where a label says it again implies nothing of the row: `ECBU CEL EPITH` is no culture. */
const MEANT = 0.5;

export type Hint = {
  /** The base of which it is expected, -1 of any. */
  readonly base: number;
  readonly axis: (typeof HINTED)[number];
  readonly fit: Fit;
  readonly values: readonly string[];
  readonly text: string;
  /** The word says it where no field does; else it merely lets it expect. */
  readonly said: boolean;
};

/** True when `hint` tells of `base`. */
export function bearsOn(hint: Hint, base: number): boolean {
  return hint.base === -1 || hint.base === base;
}

/** What label and synonym of `reading` let expect. */
export function hintsOf(binding: Binding, reading: RowReading): Hint[] {
  const hints: Hint[] = [];
  const stated = reading.evidence.filter(
    ({ axis, source }) => FIELDS.has(source) || (axis === "system" && OWN_WORDS.has(source)),
  );
  for (const text of [reading.label, reading.synonym]) {
    if (text === undefined) continue;
    for (const segment of text.segments)
      for (const analyte of segment.analytes)
        if (analyte.hints && !(segment.echo && analyte.prior < MEANT))
          addHints(binding, reading, stated, segment, analyte, hints);
  }
  return [...hints, ...levelHints(binding, reading), ...countHints(binding, reading)];
}

function addHints(
  binding: Binding,
  { techniques }: RowReading,
  stated: readonly Evidence[],
  segment: Segment,
  analyte: BoundAnalyte,
  hints: Hint[],
): void {
  const { base } = analyte;
  for (const axis of HINTED) {
    const values = analyte.hints![axis];
    if (values.length === 0) continue;
    const fit = binding.values(axis, values);
    if (stated.some((field) => field.axis === axis && excludes(field.fit, fit))) continue;
    if (axis === "method" && techniques.some((technique) => overrules(binding, technique, fit, [base]))) continue;
    const said = axis === "system" && saysSystem(binding, stated, segment, analyte, values);
    hints.push({ base, axis, fit, values, text: segment.text, said });
  }
}

/** What is stated out, no word implies: red cells in whole blood may be, a culture by microscopy or zinc of `ZINC SPERME` in serum may not. */
function excludes(stated: Fit, implied: Fit): boolean {
  return !implied.some((value, i) => value > 0 && stated[i]! >= 0);
}

/** True when `segment` says the system by itself, where no field does. */
function saysSystem(
  binding: Binding,
  stated: readonly Evidence[],
  { recognition, text, analytes }: Segment,
  analyte: BoundAnalyte,
  systems: readonly string[],
): boolean {
  if (recognition === "guess" || stated.some(({ axis, source }) => axis === "system" && FIELDS.has(source)))
    return false;
  return namesSpecimen(binding, text, systems) || (analyte.tellsSystem && !isAmbiguous(analytes, analyte));
}

/** True when the same words may mean the component of `analyte` without the system that it implies. */
function isAmbiguous(analytes: readonly BoundAnalyte[], analyte: BoundAnalyte): boolean {
  return analytes.some((other) => other.component === analyte.component && !other.tellsSystem);
}

/** True when a word of `text`, but not the first, is the specimen of one of `systems`: `PB/SG`. */
function namesSpecimen({ lexicon }: Binding, text: string, systems: readonly string[]): boolean {
  return tokens(text)
    .slice(1)
    .some(({ word }) => {
      const fits = lexicon.shortSpecimens.get(word)?.systems;
      return fits !== undefined && systems.some((system) => fits.get(system) === 1);
    });
}
