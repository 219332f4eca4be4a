/** What a row states, read so that two rows can be compared however they are written. */
import { fold } from "../lexicon/normalise.ts";
import { formKey } from "../lexicon/tokens.ts";
import type { UnitReading } from "../lexicon/units.ts";
import type { Engine } from "./candidates.ts";
import type { Row } from "./row.ts";
import { type StatedSpecimen, specimenOfField } from "./specimen.ts";

/** Texts as a laboratory writes them; empty where it says nothing. */
export type StatedTexts = {
  readonly label: string;
  readonly synonym: string;
  readonly unit: string;
  readonly specimen: string;
  readonly method: string;
  readonly property: string;
  readonly time: string;
  readonly scale: string;
};

const AXES = ["property", "time", "scale", "method"] as const;

export type Stated = {
  /** Without case, accents, punctuation and linking words; empty when nothing is left. */
  readonly label: string;
  readonly synonym: string;
  readonly unit: { readonly key: string; readonly reading: UnitReading | undefined };
  readonly specimen: { readonly key: string; readonly reading: StatedSpecimen | undefined };
  readonly axes: { readonly [axis in (typeof AXES)[number]]: StatedAxis };
};

/** The LOINC value that a field states best, or its words when the lexicon does not know them. A technique that LOINC does not tell apart is empty. */
export type StatedAxis = { readonly key: string; readonly known: boolean };

/** The texts of `row`; a code stands for a missing label, and the exam's specimen for a missing one. */
export function statedTexts(row: Row): StatedTexts {
  const { label, synonym, method, property, time, scale } = row;
  const unit = row.unit.trim() || row.unitCode;
  const specimen = row.specimen.trim() || row.specimenCode.trim() || row.context.examSpecimen;
  return { label, synonym, unit, specimen, method, property, time, scale };
}

/** `texts` read with the lexicon of `engine`. */
export function readStated({ binding, read }: Pick<Engine, "binding" | "read">, texts: StatedTexts): Stated {
  const reading = binding.lexicon.units.read(texts.unit);
  const specimen = specimenOfField(binding, read, texts.specimen);
  const axis = (name: (typeof AXES)[number]): StatedAxis => {
    const text = texts[name].trim();
    if (text === "") return { key: "", known: true };
    const senses = read(text).segments.flatMap((segment) => segment.axes);
    const value = senses.find((sense) => sense.kind === name)?.values[0] ?? binding.value(name, text);
    return { key: value ?? formKey(text), known: value !== undefined };
  };
  return {
    label: labelKey(texts.label),
    synonym: labelKey(texts.synonym),
    unit: { key: reading?.ucum ?? fold(texts.unit).replace(/\s+/g, ""), reading },
    specimen: { key: specimen?.values.toSorted().join("+") ?? formKey(texts.specimen), reading: specimen },
    axes: { property: axis("property"), time: axis("time"), scale: axis("scale"), method: axis("method") },
  };
}

/** Forms leave `%` out, but *Lymphocytes* and *Lymphocytes %* are two analyses. */
function labelKey(label: string): string {
  const key = formKey(label);
  return key !== "" && !key.includes("%") && /[%‰]/.test(label) ? `${key}%` : key;
}
