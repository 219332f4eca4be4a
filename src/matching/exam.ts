/** What an exam may be: the code of its one analysis, of its main analysis, of its name alone, or a panel; or nothing. */
import { codeOf, valueAt } from "../loinc/release.ts";
import type { Engine } from "./candidates.ts";
import { type Query, queryOf } from "./component-match.ts";
import { analysisOptions } from "./exam-analyses.ts";
import { EXAM_FEATURES, type ExamFeature } from "./exam-features.ts";
import { baseOf, isOrderable, type Member, type Members, membersOf } from "./exam-members.ts";
import type { NamedTerm } from "./exam-name.ts";
import type { DescribedOption, ExamOption, ExamPool, OptionFeatures } from "./exam-option.ts";
import { nearPanels } from "./near-panels.ts";
import { isCulture, nameFit, panelFit } from "./panel-fit.ts";
import type { Panel, PanelIndex } from "./panel-index.ts";
import { groupNames } from "./panel-names.ts";
import type { RowReading } from "./read-row.ts";
import { usage } from "./reference-index.ts";

const X = Object.fromEntries(EXAM_FEATURES.map((name, i) => [name, i])) as { readonly [name in ExamFeature]: number };

/** A panel of several analyses whose members are not known is signed in a lot only if these explain this share of its words. */
const SAID = 0.95;
/** …and one of antibodies only if it holds so much of each analysis: *Hépatite B* with the e antigen is more than the panel of that name. */
const HELD = 0.9;
const ANTIBODY = /\bAb\b/;

/**
 * The options of an exam that says `reading`, each with its features. `members` are its analyses with their best terms (-1: no code), `named` what its
 * name alone would get.
 */
export function examPool(
  engine: Engine,
  panels: PanelIndex,
  reading: RowReading,
  members: readonly Member[],
  named: NamedTerm | undefined,
): ExamPool {
  const { row } = reading;
  const query = queryOf(reading, []);
  const parted = membersOf(engine.index, members);
  const names = groupNames(engine, [row.label, row.synonym]);
  const susceptibilities = [...parted.core].filter((term) => isSusceptibility(engine, term)).length;
  // the germ goes with what it is susceptible to, and may be all that is coded
  const susceptible =
    parted.core.size === 0 || susceptibilities > 0 || [...parted.core].some((term) => isOfGerms(engine, term));
  // *ABG* of blood gases is no antibiogram
  if (!susceptible) for (const term of panels.antibiograms) names.delete(term);
  // several antibiotics are one, whatever they are called
  if (susceptibilities > 1 && 2 * susceptibilities > parted.core.size)
    for (const term of panels.antibiograms) if (!names.has(term)) names.set(term, "part");
  const analyses = analysisOptions(engine, query, parted, names);
  const own = new Set(analyses.map(({ option }) => option.term));
  const held = panelOptions(engine, panels, {
    label: row.label,
    query,
    parted,
    names,
    classes: reading.classes,
    susceptible,
  });
  const described = [
    noCode(parted, reading.administrative),
    ...analyses,
    ...held.filter(({ option }) => !own.has(option.term)),
  ];
  const terms = new Set(described.map(({ option }) => option.term));
  for (const [term, name] of names) if (!terms.has(term)) described.push(sectionOption(engine, parted, term, name));
  // *Vancomycine* of two concentrations is no susceptibility to it
  const isItsSusceptibility =
    named !== undefined &&
    !susceptible &&
    isSusceptibility(engine, named.term) &&
    parted.bases.has(baseOf(engine.index, named.term));
  if (named !== undefined && !isItsSusceptibility && !terms.has(named.term) && !names.has(named.term))
    described.push(...nameOption(engine, parted, named));
  const features = new Float32Array(described.length * EXAM_FEATURES.length);
  described.forEach((one, i) => {
    const own = features.subarray(i * EXAM_FEATURES.length, (i + 1) * EXAM_FEATURES.length);
    write(agreement(one.option, named), own);
    write(one.features, own);
  });
  return { options: described.map(({ option }) => option), features };
}

function write(features: OptionFeatures, out: Float32Array): void {
  for (const name in features) out[X[name as ExamFeature]] = features[name as ExamFeature]!;
}

function isSusceptibility({ index }: Engine, term: number): boolean {
  return valueAt(index.release, "property", term) === "Susc";
}

/** What names a germ; serology is of the class MICRO, too. */
function isOfGerms({ index }: Engine, term: number): boolean {
  return (
    /^(MICRO|ABXBACT)$/.test(valueAt(index.release, "class", term)) &&
    valueAt(index.release, "property", term) === "Prid"
  );
}

function noCode({ all, none, measured, analytes }: Members, administrative: number): DescribedOption {
  return {
    option: { term: -1, origin: "none", trust: 1, sure: true },
    features: {
      none: 1,
      "none.several": all.length > 1 ? 1 : 0,
      "none.many": Math.log(Math.max(1, all.length)),
      "none.administrative": administrative,
      "none.members.none": none,
      "none.unmeasured": measured ? 0 : 1,
      "none.analytes": Math.log(Math.max(1, analytes)),
    },
  };
}

type Seen = {
  readonly label: string;
  readonly query: Query;
  readonly parted: Members;
  readonly names: ReadonlyMap<number, "whole" | "part">;
  readonly classes: { has(name: string): boolean };
  /** One of the analyses may be the susceptibility to an antibiotic. */
  readonly susceptible: boolean;
};

function panelOptions({ index, matchBases }: Engine, panels: PanelIndex, seen: Seen): DescribedOption[] {
  const { release } = index;
  const { label, query, parted, names, classes, susceptible } = seen;
  const { all, coded, core, bases } = parted;
  const memberWords = new Set<number>();
  for (const base of bases) {
    for (let i = index.analyteWords.starts[base]!; i < index.analyteWords.starts[base + 1]!; i++)
      memberWords.add(index.analyteWords.items[i]!);
  }
  const anyWords = new Set([...query.holders.keys(), ...memberWords]);
  const memberCodes = new Set(coded.map((member) => codeOf(release, member.term)));
  return nearPanels(panels, anyWords, memberCodes, names).flatMap((panel) => {
    if (panel.susceptibility && !susceptible) return [];
    const name = names.get(panel.term);
    if (name === undefined && isOfAnotherCount(panel, parted.analytes, label)) return [];
    const shared = [...memberCodes].filter((code) => panel.members.has(code)).length;
    const said = shareOf(index.idf, panel, anyWords);
    if (name === undefined && shared < 2 && said < 0.6) return [];
    if (all.length <= 1 && name === undefined && said < 0.99) return [];
    const saidByMembers = shareOf(index.idf, panel, memberWords);
    const match = matchBases(query, [baseOf(index, panel.term)])[0]!;
    // the blood of *H. pylori (sang)* is no haemoglobin
    if (all.length <= 1 && name === undefined && saidByMembers === 0 && match.label < 0.5) return [];
    const cls = release.coded.class.values[release.coded.class.ids[panel.term]!]!;
    const known = panel.members.size > 0;
    // two techniques for IgG are no panel of IgG and IgM
    const whole = panel.isotypes.every((isotype) => memberWords.has(isotype));
    const fit = panelFit(index, panel, [...core], saidByMembers);
    const holding =
      !ANTIBODY.test(valueAt(release, "component", panel.term)) || (fit["panel.covered.least"] ?? 1) >= HELD;
    const sure = core.size > 1 && whole && holding && (known || saidByMembers >= SAID);
    return {
      option: { term: panel.term, origin: "panel", trust: 1, sure },
      features: {
        panel: 1,
        "panel.name": name === "whole" ? 1 : 0,
        "panel.name.part": name === "part" ? 1 : 0,
        "panel.unnamed": name === undefined ? 1 : 0,
        "panel.unsaid": name === undefined ? 1 - said : 0,
        "panel.words.exam": wordShare(query, panel.words, anyWords, match.label),
        "panel.words.panel": said,
        "panel.words.members": saidByMembers,
        "panel.alone": core.size === 1 ? 1 : 0,
        "panel.members.recall": all.length === 0 ? 0 : shared / all.length,
        "panel.members.precision": known ? shared / panel.members.size : 0,
        "panel.members.known": known ? 1 : 0,
        "panel.french": panels.french.has(release.codes[panel.term]!) ? 1 : 0,
        "panel.usage": usage(release.rank[panel.term]!),
        "panel.class": classes.has(cls) ? 1 : 0,
        ...fit,
      },
    };
  });
}

/** True when the panel says how many drugs it holds, and neither the exam's `label` nor the number of its `analytes` is that. */
function isOfAnotherCount({ count }: Panel, analytes: number, label: string): boolean {
  return count !== undefined && count !== analytes && !label.split(/\D+/).includes(String(count));
}

/** A section, or an analysis that gives its name to a group without being among its analyses. */
function sectionOption({ index }: Engine, { core }: Members, term: number, name: "whole" | "part"): DescribedOption {
  return {
    option: { term, origin: "section", trust: 1, sure: false },
    features: {
      section: 1,
      "panel.name": name === "whole" ? 1 : 0,
      "panel.name.part": name === "part" ? 1 : 0,
      "name.culture": isCulture(index.release, term) ? 1 : 0,
      ...nameFit(index, term, [...core]),
    },
  };
}

function nameOption({ index }: Engine, { core, bases, oneAnalyte }: Members, named: NamedTerm): DescribedOption[] {
  const { term, probability, exact } = named;
  if (!isOrderable(index.release, term)) return [];
  return [
    {
      option: { term, origin: "name", trust: probability, sure: false },
      features: {
        name: 1,
        "name.probability": probability,
        "name.exact": exact,
        "name.general": oneAnalyte && bases.has(baseOf(index, term)) ? probability : 0,
        "name.culture": isCulture(index.release, term) ? probability : 0,
        ...nameFit(index, term, [...core]),
      },
    },
  ];
}

/** Whether the name alone would get the code of `option` too. */
function agreement({ term, origin }: ExamOption, named: NamedTerm | undefined): DescribedOption["features"] {
  if (named === undefined || origin === "name") return {};
  if (named.term === term) return { "name.agrees": named.probability };
  return origin === "twin" || origin === "main" ? { "name.disagrees": named.probability } : {};
}

/** The share of the words of `panel`, by their rarity, that are among `words`. */
function shareOf(idf: Float32Array, panel: Panel, words: ReadonlySet<number>): number {
  return panel.words.reduce((sum, word) => (words.has(word) ? sum + idf[word]! : sum), 0) / panel.mass;
}

function wordShare(query: Query, words: readonly number[], anyWords: ReadonlySet<number>, label: number): number {
  if (query.senses.length === 0) return 0;
  const own = words.filter((word) => anyWords.has(word)).length / words.length;
  return Math.max(label, 0.5 * own);
}
