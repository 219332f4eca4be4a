import type { Section, Sense, Specimen } from "./senses.ts";
import { type SortedTexts, sortedTexts } from "./sorted-texts.ts";
import { type SpokenWords, spokenWhenAsked } from "./spoken-words.ts";
import { type Row, readRows, values, weighted } from "./table.ts";
import { formKey, formWords, type Token, tokens } from "./tokens.ts";
import { readUnits, type UnitTable } from "./units.ts";
import { buildVocabulary, type Vocabulary } from "./vocabulary.ts";

/** The text of each table of the lexicon, by its path under `lexicon/`. */
export type LexiconTables = ReadonlyMap<string, string>;

/** Everything that French laboratories write, ready to look up. */
export type Lexicon = {
  /** Form key → what the form may mean, wherever it stands. */
  readonly forms: ReadonlyMap<string, readonly Sense[]>;
  /** The keys of all forms by their beginning and by how they sound, in one list or several. */
  readonly spoken: () => readonly SpokenWords[];
  /** Where the words of a form end, in letters from the start of its key, over all its spellings. */
  readonly boundaries: ReadonlyMap<string, ReadonlySet<number>>;
  /** Forms of several words, with blanks between them, for labels that abbreviate each word. */
  readonly phrases: SortedTexts;
  /** The words of all forms. */
  readonly vocabulary: Vocabulary;
  /** Short specimen codes, read only in the specimen field or at the end of a label. */
  readonly shortSpecimens: ReadonlyMap<string, Specimen>;
  /** Letters that narrow an analyte at the end of a label: `PSA L`, `RUB G`. */
  readonly shortModifiers: ReadonlyMap<string, readonly Sense[]>;
  readonly specimens: ReadonlyMap<string, Specimen>;
  readonly units: UnitTable;
  /** NABM act → the components that its result may measure, most usual first; none for a mere fee. */
  readonly acts: ReadonlyMap<string, readonly string[]>;
  /** Form key → section, for chapter and sub-chapter labels. */
  readonly sections: ReadonlyMap<string, Section>;
  /** Form key → LOINC codes of panels with that name. */
  readonly panels: ReadonlyMap<string, readonly string[]>;
};

const ANALYTE_COLUMNS = ["component", "forms", "system", "property", "time", "scale", "method", "prior"] as const;

const AXIS_TABLES = [
  ["property", "properties.tsv", "property"],
  ["scale", "scales.tsv", "scale"],
  ["time", "times.tsv", "time"],
  ["method", "methods.tsv", "methods"],
] as const;

/** The lexicon that `tables` hold. Throws `TableFault` when a table is not in the layout that lexicon/README.md gives. */
export function buildLexicon(tables: LexiconTables): Lexicon {
  const forms = new Map<string, Sense[]>();
  const phrases: string[] = [];
  const spelt: Token[][] = [];
  const boundaries = new Map<string, Set<number>>();
  const add = (form: string, sense: Sense): void => {
    const words = formWords(form);
    const key = words.join("");
    if (key === "") return;
    spelt.push(tokens(form));
    if (words.length > 1) {
      const ends = boundaries.get(key) ?? new Set<number>();
      words.reduce((end, word) => {
        ends.add(end + word.length);
        return end + word.length;
      }, 0);
      boundaries.set(key, ends);
    }
    const senses = forms.get(key);
    if (senses !== undefined) {
      // one line may give several spellings of one key: C.R.P. and CRP
      if (!senses.includes(sense)) senses.push(sense);
      return;
    }
    forms.set(key, [sense]);
    if (words.length > 1 && words[0]!.length > 1) phrases.push(words.join(" "));
  };
  const each = <Column extends string>(
    file: string,
    columns: readonly Column[],
    use: (row: Row<Column>) => void,
  ): void => {
    const text = tables.get(file);
    if (text !== undefined) readRows(file, text, columns).forEach(use);
  };

  for (const file of tables.keys()) {
    if (!file.startsWith("analytes/")) continue;
    each(file, ANALYTE_COLUMNS, (row) => {
      const sense: Sense = {
        kind: "analyte",
        component: row.component,
        prior: priorOf(row.prior),
        hints: hintsOf(row),
      };
      for (const form of values(row.forms)) add(form, sense);
    });
  }
  each("organisms.tsv", ["component", "forms", "prior"], (row) => {
    const sense: Sense = { kind: "analyte", component: row.component, prior: priorOf(row.prior), hints: undefined };
    for (const form of values(row.forms)) add(form, sense);
  });
  each("allergens.tsv", ["code", "component", "forms"], (row) => {
    const byName: Sense = { kind: "analyte", component: row.component, prior: 0.7, hints: undefined };
    const byCode: Sense = { ...byName, prior: row.code.length >= 3 ? 0.8 : 0.35 };
    if (row.code !== "") add(row.code, byCode);
    for (const form of values(row.forms)) add(form, byName);
  });
  const shortModifiers = new Map<string, Sense[]>();
  each("modifiers.tsv", ["words", "forms", "kind", "short"], (row) => {
    const sense: Sense = { kind: "modifier", component: row.words, role: row.kind };
    for (const form of values(row.forms)) add(form, sense);
    for (const form of values(row.short))
      shortModifiers.set(formKey(form), [...(shortModifiers.get(formKey(form)) ?? []), sense]);
  });
  for (const [axis, file, column] of AXIS_TABLES) {
    each(file, [column, "forms"], (row) => {
      const sense: Sense = { kind: axis, values: values(row[column]).map((value) => (value === "-" ? "" : value)) };
      for (const form of values(row.forms)) add(form, sense);
    });
  }
  each("challenges.tsv", ["challenge", "forms"], (row) => {
    for (const form of values(row.forms)) add(form, { kind: "challenge", challenge: row.challenge });
  });
  each("administrative.tsv", ["forms", "strength"], (row) => {
    for (const form of values(row.forms)) add(form, { kind: "administrative", strength: Number(row.strength) });
  });

  addLetterForms(forms);

  const specimens = new Map<string, Specimen>();
  const shortSpecimens = new Map<string, Specimen>();
  each("specimens.tsv", ["specimen", "forms", "short", "systems"], (row) => {
    const specimen: Specimen = { name: row.specimen, systems: new Map(weighted(row.systems)) };
    specimens.set(row.specimen, specimen);
    for (const form of values(row.forms)) add(form, { kind: "specimen", specimen });
    for (const form of values(row.short)) shortSpecimens.set(formKey(form), specimen);
  });

  const sections = new Map<string, Section>();
  each("chapters.tsv", ["loinc", "forms", "classes", "specimen"], (row) => {
    const section: Section = { loinc: row.loinc, classes: values(row.classes), specimen: row.specimen };
    for (const form of values(row.forms)) sections.set(formKey(form), section);
  });
  const panels = new Map<string, string[]>();
  each("panels.tsv", ["loinc", "forms"], (row) => {
    for (const form of values(row.forms)) {
      const key = formKey(form);
      panels.set(key, [...(panels.get(key) ?? []), row.loinc]);
    }
  });

  const acts = new Map<string, readonly string[]>();
  each("nabm.tsv", ["nabm", "components"], (row) => {
    acts.set(row.nabm, values(row.components));
  });

  const units = readUnits(
    tables.get("units.tsv") ?? "ucum\tforms\n",
    tables.get("unit-properties.tsv") ?? "dimension\tproperties\n",
  );
  const spoken = spokenWhenAsked(() => forms.keys());
  return {
    acts,
    forms,
    spoken: () => [spoken()],
    boundaries,
    phrases: sortedTexts(phrases),
    vocabulary: buildVocabulary(spelt),
    shortSpecimens,
    shortModifiers,
    specimens,
    units,
    sections,
    panels,
  };
}

/** `alpha 1 globulines` is also written `a1 globulines`, `bêta-OH` also `B-OH`: the letter stands for the Greek name unless it is a form already. */
function addLetterForms(forms: Map<string, Sense[]>): void {
  for (const [key, senses] of [...forms]) {
    const short = key.replace(/^(alpha|beta|gamma|delta)/, (name) => name[0]!);
    if (short !== key && short.length >= 4 && !forms.has(short)) forms.set(short, senses);
  }
}

function priorOf(cell: string): number {
  return cell === "" ? 1 : Number(cell);
}

function hintsOf(row: Row<(typeof ANALYTE_COLUMNS)[number]>): Extract<Sense, { kind: "analyte" }>["hints"] {
  const hints = {
    system: values(row.system),
    property: values(row.property),
    time: values(row.time),
    scale: values(row.scale),
    method: values(row.method),
  };
  return Object.values(hints).every((list) => list.length === 0) ? undefined : hints;
}
