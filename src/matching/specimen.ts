/** What a text says of the specimen, all its words together: `SG ART` is blood, and arterial. */
import type { Specimen } from "../lexicon/senses.ts";
import { formKey, tokens } from "../lexicon/tokens.ts";
import { indexOfCode, valueAt } from "../loinc/release.ts";
import { type Binding, EXACT, type Fit, SURELY } from "./binding.ts";
import { listAt } from "./lists.ts";
import type { Segment, TextReading } from "./read-text.ts";
import { remembering } from "./remembering.ts";

export type StatedSpecimen = {
  readonly text: string;
  readonly fit: Fit;
  readonly values: readonly string[];
  readonly specimens: readonly Specimen[];
};

/**
 * The specimen that a label or a name states; words that may be the analyte itself (`Hématies`) are left to it. Where the specimen is
 * `stated` elsewhere, any specimen at all (`échantillon 1`) says nothing against it; where its own field states it, neither does what is guessed.
 */
export function specimenIn(
  binding: Binding,
  reading: TextReading,
  stated?: "by field" | "by exam",
): StatedSpecimen | undefined {
  const saying = reading.segments.filter(
    (segment) =>
      segment.specimen !== undefined &&
      !isMeasured(binding, segment, reading, stated !== undefined) &&
      !(stated !== undefined && GENERAL.has(segment.specimen.name)) &&
      !(stated === "by field" && segment.recognition === "guess"),
  );
  return joint(
    binding,
    saying.map((segment) => segment.text).join(" "),
    saying.map((segment) => segment.specimen!),
  );
}

/**
 * True when the specimen is what is measured: the label begins with it, or surely means the analyte and names no other (`LCR HEMATIES`). `PU` before a
 * germ is the urethra, though alone it is protein of urine, and where the specimen is `known` it says no other. Written together with a name (`LCRPROT`)
 * it is never what is measured.
 */
function isMeasured(binding: Binding, segment: Segment, { segments }: TextReading, known: boolean): boolean {
  if (segment.recognition === "fused") return false;
  const named = segment.analytes.filter(({ modifier }) => !modifier);
  if (segments.length > 1 && named.length > 0 && named.every(({ component }) => OF_MANY.test(component))) return false;
  const sure = named.some(({ prior }) => prior >= SURELY);
  const isLookedFor = (other: Segment): boolean => isMeasuredIn(binding, other, segment.specimen!);
  if (segment.start === 0) return segment.analytes.length > 0 && (known || !segments.some(isLookedFor));
  return sure && !segments.some((other) => other !== segment && other.analytes.some(({ modifier }) => !modifier));
}

/** Studies of many things (`GDS ART K`), none of which they measure themselves. */
const OF_MANY = /\b(studies|panel)$/i;

/** True when `segment` surely names what the reference measures in `specimen` (`ABG AMPI` is no arterial blood), and no specimen itself. */
function isMeasuredIn({ index }: Binding, segment: Segment, { systems }: Specimen): boolean {
  if (segment.recognition !== "form" || segment.specimen !== undefined) return false;
  const { ids, values } = index.release.coded.system;
  return segment.analytes.some(
    ({ modifier, prior, base }) =>
      !modifier &&
      prior >= SURELY &&
      listAt(index.termsOfBase, base).some((term) => systems.get(values[ids[term]!]!) === 1),
  );
}

/** The specimen that each of `names`, of examinations, states or else implies; `Blood gas` implies nothing beside `Arterial gases`. */
export function specimensOfExams(binding: Binding, names: readonly TextReading[]): (StatedSpecimen | undefined)[] {
  const stated: (StatedSpecimen | undefined)[] = [];
  const implied: (StatedSpecimen | undefined)[] = [];
  for (const name of names) {
    const said = specimenIn(binding, name);
    stated.push(said);
    implied.push(said ? undefined : specimenImplied(binding, name));
  }
  return stated.map((said, i) => {
    const one = implied[i];
    if (said || one === undefined) return said;
    return stated.some((other) => other && isWider(one, other)) || implied.some((other) => other && isWider(one, other))
      ? undefined
      : one;
  });
}

/** True when what `narrow` names is one of the many things that `wide` may mean, but not what it means first. */
function isWider(wide: StatedSpecimen, narrow: StatedSpecimen): boolean {
  const fit = wide.fit[narrow.fit.indexOf(1)] ?? -1;
  return fit > 0 && fit < EXACT && breadth(wide.fit) > breadth(narrow.fit);
}

/** How many systems `fit` means rather than tolerates. */
function breadth(fit: Fit): number {
  return fit.reduce((count, value) => count + (value >= 0.8 ? 1 : 0), 0);
}

/** The specimen that a name implies (`ECBU`, `Myélogramme`): what all its words may measure is measured in one system. Guessed analytes imply nothing. */
function specimenImplied(binding: Binding, { text, segments }: TextReading): StatedSpecimen | undefined {
  const systems = new Set<string | undefined>();
  for (const { recognition, analytes } of segments) {
    if (recognition === "guess" && analytes.length > 0) return undefined;
    for (const { modifier, hints } of analytes) if (!modifier) systems.add(hints?.system[0]);
  }
  const [system] = systems;
  const specimen = systems.size === 1 && system !== undefined ? specimenOf(binding, system) : undefined;
  return specimen === undefined ? undefined : joint(binding, text, [specimen]);
}

/**
 * What the words of a label imply that is never taken from the patient (control plasma, inhaled gas): the specimen that
 * stands beside them is then that of the examination, not theirs.
 */
export function specimenUntaken(binding: Binding, label: TextReading): StatedSpecimen | undefined {
  const implied = specimenImplied(binding, label);
  return implied?.specimens.some(({ systems }) => UNTAKEN.some((system) => systems.get(system) === 1))
    ? implied
    : undefined;
}

/** The fluid that the words of a label imply, blood apart: `PROTLCR` is of no other one. */
export function fluidImplied(binding: Binding, label: TextReading): StatedSpecimen | undefined {
  const implied = specimenImplied(binding, label);
  return implied && !isMostlySerum(implied) ? implied : undefined;
}

const UNTAKEN = ["PPP^control", "Inhl gas"];

const OF_PANELS = ["Ser/Plas", "Ser", "Plas", "Bld"];

/**
 * The serum or the blood of the panel that an examination is called after: what a *basic metabolic panel* measures in "Blood" is measured in serum,
 * the leukocytes of an *NFS* in blood.
 */
export const specimenOfPanel = remembering((binding, text): StatedSpecimen | undefined => {
  const { release } = binding.index;
  const terms = (binding.lexicon.panels.get(formKey(text)) ?? [])
    .map((code) => indexOfCode(release, code))
    .filter((term) => term >= 0);
  const [system, ...others] = new Set(terms.map((term) => valueAt(release, "system", term)));
  if (system === undefined || others.length > 0 || !OF_PANELS.includes(system)) return undefined;
  const specimen = specimenOf(binding, system);
  return specimen === undefined ? undefined : joint(binding, text, [specimen]);
});

/** A specimen that means more systems than this names a family of them: *sang* is serum as well as whole blood. */
const FAMILY = 2;

/** The first specimen of the lexicon that `system` fits entirely, and few others. */
const specimenOf = remembering((binding, system): Specimen | undefined =>
  [...binding.lexicon.specimens.values()].find(
    ({ systems }) => systems.get(system) === 1 && [...systems.values()].filter((fit) => fit === 1).length <= FAMILY,
  ),
);

/** The specimen that a specimen field states, by its code or by its words. */
export function specimenOfField(
  binding: Binding,
  read: (text: string) => TextReading,
  text: string,
): StatedSpecimen | undefined {
  return text.trim() === "" ? undefined : inField(binding, text, read);
}

const inField = remembering((binding, text, read: (text: string) => TextReading): StatedSpecimen | undefined => {
  const words = tokens(text).map((token) => token.word);
  const key = words.join("");
  const named = binding.lexicon.forms.get(key)?.find((sense) => sense.kind === "specimen");
  const whole = named?.kind === "specimen" ? named.specimen : binding.lexicon.shortSpecimens.get(key);
  if (whole !== undefined) return { text, fit: binding.specimen(whole), values: [whole.name], specimens: [whole] };
  // In its own field every code counts, wherever it stands.
  const codes = words.flatMap((word) => binding.lexicon.shortSpecimens.get(word) ?? []);
  return joint(binding, text, [...read(text).segments.flatMap((segment) => segment.specimen ?? []), ...codes]);
});

/** Specimens of the lexicon that do not say which: `prélèvement` says nothing beside `urétral`, nor `liquide` beside `pleural`. */
const GENERAL: ReadonlySet<string> = new Set(["Divers", "Liquide biologique"]);

/** True when `stated` does not say which specimen it is. */
export function isGeneral(stated: StatedSpecimen | undefined): boolean {
  return stated?.specimens.every(({ name }) => GENERAL.has(name)) === true;
}

/** True when `stated` is blood, be it whole, serum or plasma. */
export function isAnyBlood(stated: StatedSpecimen | undefined): boolean {
  return stated?.specimens.every(({ name }) => name === ANY_BLOOD) === true;
}

const ANY_BLOOD = "Sang";

/** True when what `stated` names may be serum or plasma: `Sang`, unlike `Urines`. */
export function isMostlySerum({ specimens }: StatedSpecimen): boolean {
  return specimens.every(({ systems }) => (systems.get("Ser/Plas") ?? 0) >= ALLOWED);
}

function joint(binding: Binding, text: string, stated: readonly Specimen[]): StatedSpecimen | undefined {
  const all = [...new Set(stated)];
  if (all.length === 0) return undefined;
  const named = all.filter(({ name }) => !GENERAL.has(name));
  const specimens = named.length === 0 ? all : named;
  const values = specimens.map((specimen) => specimen.name);
  const fit = specimens.length === 1 ? binding.specimen(specimens[0]!) : together(binding, values.join("+"), specimens);
  return fit === undefined ? undefined : { text, fit, values, specimens };
}

/**
 * What `field` states, narrowed by what `label` adds to it: `Blood` and `Venous pH`, whole blood and `Folates érythrocytaires`; `field` itself when
 * they do not go together. Blood of the cord is written in the field of blood, though that hardly means it.
 */
export function narrowed(binding: Binding, field: StatedSpecimen, label: StatedSpecimen | undefined): StatedSpecimen {
  if (label === undefined) return field;
  if (isCord(label) && isOfBlood(field)) return label;
  const both = joint(binding, field.text, [...field.specimens, ...label.specimens]);
  return both !== undefined && field.fit[both.fit.indexOf(1)]! >= ALLOWED ? both : field;
}

const CORD = ["BldCo", "BldCoA", "BldCoV"];

function isCord({ specimens }: StatedSpecimen): boolean {
  return specimens.some(({ systems }) => CORD.some((system) => systems.get(system) === 1));
}

function isOfBlood({ specimens }: StatedSpecimen): boolean {
  return specimens.every(({ systems }) => systems.get("Bld") === 1);
}

/** From this fit on a system is one that the field may mean. */
const ALLOWED = 0.55;

/** How much a wider word (*sang*) counts beside the narrowest one (*artériel*). */
const WIDER = 0.4;

/** A system fits as well as it fits each of them, the narrowest most; when none fits them all (`clairance U/P`), nothing is said. */
const together = remembering((binding, _names, specimens: readonly Specimen[]): Fit | undefined => {
  const fits = specimens.map((specimen) => binding.specimen(specimen)).sort((a, b) => breadth(a) - breadth(b));
  const product = fits[0]!.map((_, i) =>
    fits.some((fit) => fit[i]! < 0) ? -1 : fits.reduce((all, fit, k) => all * fit[i]! ** (k === 0 ? 1 : WIDER), 1),
  );
  const most = product.reduce((best, fit) => Math.max(best, fit), 0);
  // The best that is left is what is meant: it fits entirely.
  return most < 0.3 ? undefined : product.map((fit) => (fit > 0 ? fit / most : fit));
});
