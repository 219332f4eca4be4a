/** `Ca++` among blood gases, or in an exam of ionised calcium, is the ion that its sign says; elsewhere laboratories write it for calcium. */
import { type AnalyteSense, analyteSense } from "../lexicon/senses.ts";
import type { Binding } from "./binding.ts";
import type { TextReading } from "./read-text.ts";
import { remembering } from "./remembering.ts";
import { changedReading, changedSegment } from "./segment.ts";

const ION = /(?<!\p{L})ca ?(?:\+ ?\+|2 ?\+)/iu;
/** Words that deny the ion: all of the calcium, or what is worked out from it. */
const NOT_THE_ION =
  /(?<!\p{L})(tot|total|totale|corr|corrig\p{L}*|correct\p{L}*|adj|adjust\p{L}*|u|ur|urin\p{L}*)(?!\p{L})/iu;
const PLAIN = "Calcium";
const IONISED = "Calcium.ionized";
const MEASURED_AS_ION: ReadonlySet<string> = new Set([IONISED, "Blood gas studies"]);

const senseOf = remembering((_binding, component): AnalyteSense => analyteSense(component, 1, undefined));

/** `label` with the ion for the calcium that it writes with its charge, where one of `exams` measures ions. */
export function withIon(binding: Binding, label: TextReading, exams: readonly TextReading[]): TextReading {
  if (!ION.test(label.text) || NOT_THE_ION.test(label.text)) return label;
  const around = exams.flatMap(({ segments }) => segments).flatMap(({ analytes }) => analytes);
  if (!around.some(({ component }) => MEASURED_AS_ION.has(component))) return label;
  const ion = binding.analyte(senseOf(binding, IONISED));
  const segments = label.segments.map((segment) =>
    segment.analytes.some(({ component }) => component === PLAIN)
      ? changedSegment(segment, { analytes: [...segment.analytes.filter(({ component }) => component !== PLAIN), ion] })
      : segment,
  );
  return changedReading(label, { segments });
}
