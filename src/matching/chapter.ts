/** What a chapter or sub-chapter is: the section its name says, or the one that most of its contents belong to. */
import { codeOf, indexOfCode } from "../loinc/release.ts";
import type { Engine } from "./candidates.ts";
import { sectionHolding } from "./chapter-contents.ts";
import { type ChapterName, chapterName } from "./chapter-name.ts";
import type { Grounds } from "./matcher.ts";
import { nearPanels } from "./near-panels.ts";
import { panelFit } from "./panel-fit.ts";
import type { PanelIndex } from "./panel-index.ts";
import { panelNames } from "./panel-names.ts";
import { GENERAL_SECTION } from "./read-row.ts";

/** Votes for the section that the name says, by how much of the name that is. A sub-chapter's chapter and contents together outvote it. */
const BY_NAME = { name: 6, piece: 5, "": 4 };
const BY_NAME_OF_SUBCHAPTER = { name: 5, piece: 4.6, "": 4 };
/** Votes for each other section that the name joins. */
const JOINED = 1.5;
const BY_CONTENTS = 3;
const BY_CONTENTS_OF_SUBCHAPTER = 3.5;
const BY_CHAPTER = 2.5;
/** A panel that holds less of a sub-chapter is another thing of that name; blood counts hold a third of all that is reported of cells. */
const LEAST_COVERED = 0.31;

export type ChapterOption = {
  readonly term: number;
  /** Of all that speaks for one option or another, 0 to 1. */
  readonly share: number;
  readonly reason: "name" | "panel" | "contents" | "parent";
  /** How much of the name says it. */
  readonly called: ChapterName["whole"];
  /** How many other sections the name says. */
  readonly rivals: number;
  /** The share of what stands in it that belongs to it, 0 to 1; of those with a code. */
  readonly held: number;
};

/** What stands in a section: the LOINC classes of the analyses it holds, once each. */
export type Contents = { readonly terms: readonly number[]; readonly uncoded: number };

/** Options for a chapter, best first; none when name and contents say nothing, or when it holds administrative rows only. */
export function chapterOptions(engine: Engine, label: string, contents: Contents): ChapterOption[] {
  const name = chapterName(engine.binding, label);
  if (administrativeOnly(engine, label, name, contents)) return [];
  const votes = new Map<string, number>();
  name.sections.forEach(({ loinc }, i) => {
    add(votes, loinc, i === 0 ? BY_NAME[name.whole] : JOINED);
  });
  const held = contentShares(engine, contents, name);
  for (const [section, share] of held) add(votes, section, BY_CONTENTS * share);
  if (contents.terms.length === 0 && contents.uncoded > 0 && name.sections.length === 0) add(votes, GENERAL_SECTION, 1);
  return rankedOptions(engine, votes, name, held);
}

/** Options for a sub-chapter: a panel that has its name, its own section, else its chapter's. Administrative sub-chapters get none. */
export function subchapterOptions(
  { engine, panels: index }: Pick<Grounds, "engine" | "panels">,
  label: string,
  contents: Contents,
  chapter: number,
): ChapterOption[] {
  const name = chapterName(engine.binding, label);
  if (administrativeOnly(engine, label, name, contents)) return [];
  const options: ChapterOption[] = [];
  for (const [term, of] of panelNames(engine, [label])) {
    const share = of === "whole" && holdsContents(engine, index, term, contents) ? 0.85 : 0.25;
    options.push({ term, share, reason: "panel", called: of === "whole" ? "name" : "", rivals: 0, held: 0 });
  }
  const votes = new Map<string, number>();
  name.sections.forEach(({ loinc }, i) => {
    if (loinc !== GENERAL_SECTION) add(votes, loinc, i === 0 ? BY_NAME_OF_SUBCHAPTER[name.whole] : JOINED);
  });
  const held = contentShares(engine, contents, name);
  for (const [section, share] of held) add(votes, section, BY_CONTENTS_OF_SUBCHAPTER * share);
  const code = chapter < 0 ? "" : codeOf(engine.index.release, chapter);
  if (code !== "" && code !== GENERAL_SECTION) add(votes, code, BY_CHAPTER);
  // What the panels of that name leave is shared out among the sections.
  const left = 1 - options.reduce((most, option) => Math.max(most, option.share), 0);
  const panels = options.map((option) => ({ ...option, share: ((1 - left) * option.share) / sum(options) }));
  const others = rankedOptions(engine, votes, name, held, code).filter(
    ({ term }) => !options.some((option) => option.term === term),
  );
  const sections = others.map((option) => ({
    ...option,
    share: option.share * left,
    reason: option.term === chapter ? ("parent" as const) : option.reason,
  }));
  return [...panels, ...sections].sort((a, b) => b.share - a.share);
}

/** True unless most of `contents` is no part of the panel `term`: *Hépatites* holds more than a panel of that name. */
function holdsContents({ index }: Engine, panels: PanelIndex, term: number, { terms }: Contents): boolean {
  const [panel] = nearPanels(panels, [], [], new Map([[term, "whole"]]));
  if (panel === undefined || terms.length === 0) return true;
  return panelFit(index, panel, terms, 1)["panel.covered"]! >= LEAST_COVERED;
}

function sum(options: readonly ChapterOption[]): number {
  return options.reduce((total, option) => total + option.share, 0) || 1;
}

function administrativeOnly(engine: Engine, label: string, { sections }: ChapterName, contents: Contents): boolean {
  if (sections.some(({ loinc }) => loinc !== GENERAL_SECTION)) return false;
  const { segments } = engine.read(label);
  const strongest = segments.reduce((most, segment) => Math.max(most, segment.administrative), 0);
  return contents.terms.length === 0 && strongest > 0.4;
}

function rankedOptions(
  engine: Engine,
  votes: ReadonlyMap<string, number>,
  { sections, whole }: ChapterName,
  held: ReadonlyMap<string, number>,
  chapter = "",
): ChapterOption[] {
  const named = sections[0]?.loinc;
  const total = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
  const options: ChapterOption[] = [];
  for (const [code, vote] of votes) {
    const term = indexOfCode(engine.index.release, code);
    if (term >= 0)
      options.push({
        term,
        share: Math.min(0.99, (vote / total) * (code === named || code === chapter ? 1 : 0.85)),
        reason: code === named ? "name" : "contents",
        called: code === named ? whole : "",
        rivals: sections.filter(({ loinc }) => loinc !== code).length,
        held: held.get(code) ?? 0,
      });
  }
  return options.sort((a, b) => b.share - a.share || a.term - b.term);
}

/** The share of contents that belongs to each section. */
function contentShares({ index }: Engine, { terms }: Contents, { sections }: ChapterName): Map<string, number> {
  const shares = new Map<string, number>();
  for (const term of terms) {
    const section = sectionHolding(index.release, term, sections);
    if (section !== undefined) add(shares, section, 1 / terms.length);
  }
  return shares;
}

function add(votes: Map<string, number>, key: string, weight: number): void {
  votes.set(key, (votes.get(key) ?? 0) + weight);
}
