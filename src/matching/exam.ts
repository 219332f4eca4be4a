/** What an exam may be: the code of its one analysis, of its main analysis, of its name alone, or a panel; or nothing. */
import { componentWords } from "../lexicon/normalise.ts";
import { tokens } from "../lexicon/tokens.ts";
import type { Panels } from "../loinc/panels.ts";
import { codeOf, indexOfCode, valueAt } from "../loinc/release.ts";
import { type Engine, panelTerms } from "./candidates.ts";
import { type Query, queryOf } from "./component-match.ts";
import { baseOf, membersOf } from "./exam-members.ts";
import { nearPanels } from "./near-panels.ts";
import { nameFit, othersSaid, panelFit } from "./panel-fit.ts";
import { readRow } from "./read-row.ts";
import { usage } from "./reference-index.ts";
import type { Row } from "./row.ts";

export const EXAM_FEATURES = [
  "none", // no code at all
  "none.several", // …for an exam with several analyses
  "none.many", // logarithm of their number
  "none.administrative", // the exam's label is administrative
  "none.members.none", // share of its analyses that get no code
  "single", // its only analysis
  "single.confidence",
  "twin", // one analyte told in several ways (two units, absolute and %)
  "twin.confidence",
  "twin.first", // the first of the twins
  "twin.same", // all of the twins are one component of one specimen, in several units
  "twin.others.none", // share of the exam's analyses that get no code
  "main", // one of several analyses that the exam's name says
  "main.confidence",
  "main.words.exam", // share of the exam's words that this analysis explains
  "main.words.component",
  "main.exact",
  "main.share", // 1 / number of analytes
  "main.others.none", // share of the exam's analyses that get no code
  "main.accessory", // it says how or of whom the specimen was taken
  "main.culture", // the culture among other examinations of a specimen
  "main.others.said", // share of what the other analyses are that its component says
  "panel",
  "panel.name", // the lexicon gives this panel's name as the whole label
  "panel.name.part",
  "panel.words.exam", // share of the exam's words that the panel explains
  "panel.words.panel", // share of the panel's words that label and analyses explain
  "panel.words.members", // share of the panel's words that the analyses explain
  "panel.unnamed", // the lexicon does not give its name
  "panel.unsaid", // share of the words of such a panel that nothing explains
  "panel.covered", // share of the exam's analyses that are in the panel, or that its name says
  "panel.covered.least", // of the analysis that is least so
  "panel.whole", // share of its words that the analyses explain, times the share of the least covered analysis
  "panel.system", // share of the exam's analyses with the specimen of the panel
  "panel.members.recall", // share of the exam's analyses among the panel's members
  "panel.members.precision", // share of the panel's members among the exam's analyses
  "panel.members.known",
  "panel.french",
  "panel.usage",
  "panel.class",
  "section", // a section code (antibiogram…)
  "name", // the code that its name alone would get
  "name.probability",
  "name.exact", // the lexicon gives the name of this very component
  "name.members.said", // share of what the exam's analyses are that this code's component says
  "name.words.members", // share of the words of its component that the analyses explain
  "name.whole", // the product of the two
  "name.agrees", // how likely its name alone would get the code of this analysis
  "name.disagrees", // how likely its name alone would get another code, for one of its analyses
] as const;

export type ExamFeature = (typeof EXAM_FEATURES)[number];
const X = Object.fromEntries(EXAM_FEATURES.map((name, i) => [name, i])) as { readonly [name in ExamFeature]: number };

/** An analysis of the exam, with what ranking found for it. */
export type Member = {
  readonly code: string;
  readonly label: string;
  readonly term: number;
  readonly confidence: number;
  /** Its own proposal may be signed in a lot. */
  readonly sure: boolean;
};

/** The best term for a name, and what tells how good it is. */
export type NamedTerm = {
  readonly term: number;
  /** Its chance among the candidates, 0 to 1. */
  readonly probability: number;
  /** How surely the lexicon names this very component, 0 to 1. */
  readonly exact: number;
};

/** `term` is -1 for "no code". */
export type ExamOption = {
  readonly term: number;
  readonly origin: "none" | "single" | "twin" | "main" | "panel" | "section" | "name";
  /** 0 to 1: how sure the code itself is, when it is that of an analysis; 1 for panels. */
  readonly trust: number;
  /** It may be signed in a lot as far as the analysis is concerned whose code it is. */
  readonly sure: boolean;
};

export type ExamPool = { readonly options: readonly ExamOption[]; readonly features: Float32Array };

/** Panels of a reference, ready to be compared with exams. */
export type PanelIndex = {
  readonly panels: readonly {
    readonly term: number;
    readonly words: readonly number[];
    /** The same with those that tell nothing by themselves. */
    readonly allWords: ReadonlySet<number>;
    readonly mass: number;
    readonly members: ReadonlySet<string>;
    /** The bases of its members. */
    readonly bases: ReadonlySet<number>;
    /** It holds susceptibilities to whichever antibiotics. */
    readonly susceptibility: boolean;
  }[];
  readonly french: ReadonlySet<number>;
};

const EMPTY_WORDS = new Set(["panel", "study", "studie", "test", "1998", "2000", "2006", "auto", "dna", "rna"]);

/** The panels of the engine's reference; `known` gives the members of those that have them. */
export function indexPanels(engine: Engine, known: Panels, french: ReadonlySet<number>): PanelIndex {
  const { index } = engine;
  const { release } = index;
  const panels = [];
  const numbersOf = (words: readonly string[]): number[] =>
    words.map((word) => index.words.get(word) ?? -1).filter((word) => word >= 0);
  const isPanel = panelTerms(index);
  for (let term = 0; term < release.size; term++) {
    const members = new Set(known.get(codeOf(release, term)) ?? []);
    if (isPanel[term] === 0 && members.size === 0) continue;
    const component = release.coded.component.values[release.coded.component.ids[term]!]!;
    const texts = componentWords(component);
    const words = numbersOf(texts.filter((word) => !EMPTY_WORDS.has(word)));
    if (words.length === 0) continue;
    const mass = words.reduce((sum, word) => sum + index.idf[word]!, 0);
    const terms = [...members].map((code) => indexOfCode(release, code)).filter((member) => member >= 0);
    const bases = new Set(terms.map((member) => baseOf(index, member)));
    panels.push({ term, words, allWords: new Set(numbersOf(texts)), mass, members, bases, susceptibility: /susceptibility/i.test(component) });
  }
  return { panels, french };
}

/**
 * The options of an exam, each with its features. `members` are its analyses with their best terms (-1: no code), `named` what its name alone would
 * get.
 */
export function examPool(
  engine: Engine,
  panels: PanelIndex,
  row: Row,
  members: readonly Member[],
  named: NamedTerm | undefined,
): ExamPool {
  const { index } = engine;
  const { release } = index;
  const options: ExamOption[] = [];
  const rows: Float32Array[] = [];
  const add = (option: ExamOption, features: Partial<Record<ExamFeature, number>>): void => {
    const values = new Float32Array(EXAM_FEATURES.length);
    if (named !== undefined && option.origin !== "name") {
      if (named.term === option.term) values[X["name.agrees"]] = named.probability;
      else if (option.origin === "twin" || option.origin === "main") values[X["name.disagrees"]] = named.probability;
    }
    for (const [name, value] of Object.entries(features)) values[X[name as ExamFeature]] = value;
    options.push(option);
    rows.push(values);
  };
  const reading = readRow(engine.binding, engine.read, row);
  const query = queryOf({ ...reading, chapters: [] });
  const { coded, core, bases, analytes, oneAnalyte, same, none: uncoded } = membersOf(index, members);
  const several = members.length > 1;

  add(
    { term: -1, origin: "none", trust: 1, sure: true },
    {
      none: 1,
      "none.several": several ? 1 : 0,
      "none.many": Math.log(Math.max(1, members.length)),
      "none.administrative": reading.administrative,
      "none.members.none": uncoded,
    },
  );
  const orderable = (term: number): boolean => release.use[term] !== 2;
  if (members.length === 1 && coded.length === 1) {
    add(
      { term: coded[0]!.term, origin: "single", trust: coded[0]!.confidence, sure: coded[0]!.sure },
      { single: 1, "single.confidence": coded[0]!.confidence },
    );
  } else {
    const offered = new Set<number>();
    coded.forEach((member) => {
      if (offered.has(member.term) || !orderable(member.term)) return;
      offered.add(member.term);
      const match = engine.matchBases(query, [baseOf(index, member.term)])[0]!;
      const words = {
        "main.words.exam": Math.max(match.label, match.synonym),
        "main.words.component": match.covered,
        "main.exact": match.exact,
      };
      if (oneAnalyte && core.has(member.term)) {
        add(
          { term: member.term, origin: "twin", trust: member.confidence, sure: member.sure },
          { twin: 1, "twin.confidence": member.confidence, "twin.first": offered.size === 1 ? 1 : 0, "twin.same": same ? 1 : 0, "twin.others.none": uncoded, ...words },
        );
      } else {
        add(
          { term: member.term, origin: "main", trust: member.confidence, sure: member.sure },
          {
            main: 1,
            "main.confidence": member.confidence,
            "main.share": 1 / Math.max(1, analytes),
            "main.others.none": uncoded,
            "main.accessory": core.has(member.term) ? 0 : 1,
            "main.culture": /culture/i.test(valueAt(release, "method", member.term)) ? 1 : 0,
            "main.others.said": othersSaid(index, member.term, [...core]),
            ...words,
          },
        );
      }
    });
  }
  const names = panelNames(engine, [row.label, row.synonym]);
  const memberWords = new Set<number>();
  for (const base of bases) {
    for (let i = index.analyteWords.starts[base]!; i < index.analyteWords.starts[base + 1]!; i++)
      memberWords.add(index.analyteWords.items[i]!);
  }
  const anyWords = new Set([...query.holders.keys(), ...memberWords]);
  const memberCodes = new Set(coded.map((member) => codeOf(release, member.term)));
  for (const panel of nearPanels(panels, anyWords, memberCodes, names)) {
    const name = names.get(panel.term);
    let byMembers = 0;
    let byAny = 0;
    for (const word of panel.words) {
      if (memberWords.has(word)) byMembers += index.idf[word]!;
      if (anyWords.has(word)) byAny += index.idf[word]!;
    }
    let shared = 0;
    if (panel.members.size > 0) for (const code of memberCodes) if (panel.members.has(code)) shared++;
    const wordsPanel = byAny / panel.mass;
    if (name === undefined && shared < 2 && wordsPanel < 0.6) continue;
    if (!several && name === undefined && wordsPanel < 0.99) continue;
    const match = engine.matchBases(query, [baseOf(index, panel.term)])[0]!;
    const cls = release.coded.class.values[release.coded.class.ids[panel.term]!]!;
    add(
      { term: panel.term, origin: "panel", trust: 1, sure: true },
      {
        panel: 1,
        "panel.name": name === "whole" ? 1 : 0,
        "panel.name.part": name === "part" ? 1 : 0,
        "panel.words.exam": wordShare(query, panel.words, anyWords, match.label),
        "panel.words.panel": wordsPanel,
        "panel.words.members": byMembers / panel.mass,
        "panel.unnamed": name === undefined ? 1 : 0,
        "panel.unsaid": name === undefined ? 1 - wordsPanel : 0,
        ...panelFit(index, panel, [...core], byMembers / panel.mass),
        "panel.members.recall": members.length === 0 ? 0 : shared / members.length,
        "panel.members.precision": panel.members.size === 0 ? 0 : shared / panel.members.size,
        "panel.members.known": panel.members.size > 0 ? 1 : 0,
        "panel.french": panels.french.has(release.codes[panel.term]!) ? 1 : 0,
        "panel.usage": usage(release.rank[panel.term]!),
        "panel.class": reading.classes.has(cls) ? 1 : 0,
      },
    );
  }
  for (const [term, name] of names) {
    if (options.some((option) => option.term === term)) continue;
    add(
      { term, origin: "section", trust: 1, sure: true },
      { section: 1, "panel.name": name === "whole" ? 1 : 0, "panel.name.part": name === "part" ? 1 : 0 },
    );
  }
  if (named !== undefined && orderable(named.term) && !options.some((option) => option.term === named.term))
    add(
      { term: named.term, origin: "name", trust: named.probability, sure: false },
      { name: 1, "name.probability": named.probability, "name.exact": named.exact, ...nameFit(index, named.term, [...core]) },
    );
  const features = new Float32Array(rows.length * EXAM_FEATURES.length);
  rows.forEach((values, i) => features.set(values, i * EXAM_FEATURES.length));
  return { options, features };
}

function wordShare(query: Query, words: readonly number[], anyWords: ReadonlySet<number>, label: number): number {
  if (query.senses.length === 0) return 0;
  const own = words.filter((word) => anyWords.has(word)).length / words.length;
  return Math.max(label, 0.5 * own);
}

/** Terms of panels and sections whose French name is the label, or a part of it. */
export function panelNames(engine: Engine, labels: readonly string[]): Map<number, "whole" | "part"> {
  const found = new Map<number, "whole" | "part">();
  for (const label of labels) {
    const words = tokens(label)
      .map((token) => token.word)
      .filter((word) => /[a-z0-9]/.test(word));
    for (let from = 0; from < words.length; from++) {
      for (let to = words.length; to > from; to--) {
        const codes = engine.binding.lexicon.panels.get(words.slice(from, to).join(""));
        for (const code of codes ?? []) {
          const term = indexOfCode(engine.index.release, code);
          if (term < 0) continue;
          if (to - from === words.length) found.set(term, "whole");
          else if (!found.has(term)) found.set(term, "part");
        }
        if (codes) break;
      }
    }
  }
  return found;
}
