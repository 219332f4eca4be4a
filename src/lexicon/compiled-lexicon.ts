/** The lexicon as a file that opens at once: what the build makes of the tables, so that a program need not read them at each start. */
import type { Bodies } from "../loinc/pack-sections.ts";
import { decodeSections, encodeSections } from "../loinc/sections.ts";
import { freezeMap, freezeTexts, type SectionOf, thawMap, thawTexts } from "./frozen-map.ts";
import type { Lexicon } from "./lexicon.ts";
import { analyteSense, type Section, type Sense, type Specimen } from "./senses.ts";
import { freezeSpoken, thawSpoken } from "./spoken-words.ts";
import { type UnitReading, unitTable } from "./units.ts";
import type { Known } from "./vocabulary.ts";

const MARK = "TLLX";
const VERSION = 3;

/** The bytes of `lexicon`. */
export function encodeLexicon(lexicon: Lexicon): Uint8Array {
  const numbers = new Map<Sense, number>();
  const numbersOf = (senses: readonly Sense[]): number[] =>
    senses.map((sense) => {
      const number = numbers.get(sense) ?? numbers.size;
      numbers.set(sense, number);
      return number;
    });
  const [spoken] = lexicon.spoken();
  const inOrder = new Map([...lexicon.forms].sort(([a], [b]) => (a < b ? -1 : 1)));
  const forms = mapped(inOrder, numbersOf);
  const shortModifiers = mapped(lexicon.shortModifiers, numbersOf);
  const { phrases } = lexicon;
  const { exact, loose, readings } = lexicon.units;
  const bodies: Bodies = [
    ...freezeMap("forms", forms),
    ...freezeSpoken("forms", spoken!),
    ...freezeMap("shortModifiers", shortModifiers),
    ...freezeTexts("senses", Array.from(numbers.keys(), senseText)),
    ...freezeMap(
      "boundaries",
      mapped(lexicon.boundaries, (ends) => [...ends]),
    ),
    ...freezeTexts(
      "phrases",
      Array.from({ length: phrases.count }, (_, place) => phrases.at(place)),
    ),
    ...freezeMap("vocabulary", lexicon.vocabulary.known),
    ...freezeMap(
      "specimens",
      mapped(lexicon.specimens, ({ systems }) => [...systems]),
    ),
    ...freezeMap(
      "shortSpecimens",
      mapped(lexicon.shortSpecimens, ({ name }) => name),
    ),
    ...freezeMap("acts", lexicon.acts),
    ...freezeMap("sections", lexicon.sections),
    ...freezeMap("panels", lexicon.panels),
    ...freezeMap("units.exact", exact),
    ...freezeMap("units.loose", loose),
    ...freezeMap(
      "units.readings",
      mapped(readings, ({ properties, ...reading }) => ({ ...reading, properties: [...properties] })),
    ),
  ];
  return encodeSections(MARK, VERSION, {}, bodies);
}

/** The lexicon that `encodeLexicon` made `bytes` of. They are the program's own: what else they may be is a bug. */
export function decodeLexicon(bytes: Uint8Array): Lexicon {
  const file = decodeSections<object>(bytes)!;
  const section: SectionOf = (name) => file.section(name)!;
  const senseTexts = thawTexts("senses", section);
  const senses = new Array<Sense | undefined>(senseTexts.count);
  const specimens = thawMap("specimens", section, (systems: [string, number][], name): Specimen => {
    return { name, systems: new Map(systems) };
  });
  const senseAt = (number: number): Sense => {
    let sense = senses[number];
    if (sense === undefined) {
      sense = senseOf(JSON.parse(senseTexts.at(number)) as WrittenSense, specimens);
      senses[number] = sense;
    }
    return sense;
  };
  const asItIs = <Value>(value: Value): Value => value;
  const forms = thawMap("forms", section, (numbers: number[]) => numbers.map(senseAt));
  const spoken = thawSpoken("forms", section, thawTexts("forms.keys", section));
  return {
    forms,
    spoken: () => [spoken],
    shortModifiers: thawMap("shortModifiers", section, (numbers: number[]) => numbers.map(senseAt)),
    boundaries: thawMap("boundaries", section, (ends: number[]) => new Set(ends)),
    phrases: thawTexts("phrases", section),
    vocabulary: {
      known: thawMap("vocabulary", section, asItIs<Known>),
      words: thawTexts("vocabulary.keys", section),
    },
    specimens,
    shortSpecimens: thawMap("shortSpecimens", section, (name: string) => specimens.get(name)!),
    acts: thawMap("acts", section, asItIs<string[]>),
    sections: thawMap("sections", section, asItIs<Section>),
    panels: thawMap("panels", section, asItIs<string[]>),
    units: unitTable({
      exact: thawMap("units.exact", section, asItIs<string>),
      loose: thawMap("units.loose", section, asItIs<string>),
      readings: thawMap("units.readings", section, (written: WrittenUnit): UnitReading => {
        return { ...written, properties: new Map(written.properties) };
      }),
    }),
  };
}

type WrittenUnit = Omit<UnitReading, "properties"> & { readonly properties: [string, number][] };
type WrittenSense = Exclude<Sense, { kind: "specimen" }> | { readonly kind: "specimen"; readonly specimen: string };

function senseText(sense: Sense): string {
  const written: WrittenSense = sense.kind === "specimen" ? { ...sense, specimen: sense.specimen.name } : sense;
  return JSON.stringify(written);
}

function senseOf(written: WrittenSense, specimens: ReadonlyMap<string, Specimen>): Sense {
  if (written.kind === "specimen") return { kind: "specimen", specimen: specimens.get(written.specimen)! };
  // JSON leaves out what is undefined
  if (written.kind === "analyte") return analyteSense(written.component, written.prior, written.hints);
  return written;
}

function mapped<From, To>(map: ReadonlyMap<string, From>, to: (value: From) => To): Map<string, To> {
  return new Map(Array.from(map, ([key, value]) => [key, to(value)]));
}
