/** What a chapter or sub-chapter is: the section its name says, or the one that most of its contents belong to. */
import type { Section } from "../lexicon/senses.ts";
import { codeOf, indexOfCode, valueAt } from "../loinc/release.ts";
import type { Engine } from "./candidates.ts";
import { panelNames } from "./panel-names.ts";
import { GENERAL_SECTION, sectionOf } from "./read-row.ts";

export type ChapterOption = {
  readonly term: number;
  /** Of all that speaks for one option or another, 0 to 1. */
  readonly share: number;
  readonly reason: "name" | "panel" | "contents" | "parent";
};

/** What stands in a section: the LOINC classes of the analyses it holds, once each. */
export type Contents = { readonly terms: readonly number[]; readonly uncoded: number };

/** Options for a chapter, best first; none when name and contents say nothing, or when it holds administrative rows only. */
export function chapterOptions(engine: Engine, label: string, contents: Contents): ChapterOption[] {
  if (administrativeOnly(engine, label, contents)) return [];
  const votes = new Map<string, number>();
  const named = sectionOf(engine.binding, label);
  if (named) add(votes, named.loinc, wholeName(engine, label) ? 6 : 4);
  for (const [section, share] of contentVotes(engine, contents)) add(votes, section, 3 * share);
  if (contents.terms.length === 0 && contents.uncoded > 0 && !named) add(votes, GENERAL_SECTION, 1);
  return rankedOptions(engine, votes, named?.loinc);
}

/** Options for a sub-chapter: a panel that has its name, its own section, else its chapter's. Administrative sub-chapters get none. */
export function subchapterOptions(engine: Engine, label: string, contents: Contents, chapter: number): ChapterOption[] {
  if (administrativeOnly(engine, label, contents)) return [];
  const options: ChapterOption[] = [];
  for (const [term, name] of panelNames(engine, [label])) {
    options.push({ term, share: name === "whole" ? 0.85 : 0.25, reason: "panel" });
  }
  const votes = new Map<string, number>();
  const named = sectionOf(engine.binding, label);
  if (named && named.loinc !== GENERAL_SECTION) add(votes, named.loinc, 4);
  for (const [section, share] of contentVotes(engine, contents)) add(votes, section, 2 * share);
  const code = chapter < 0 ? "" : codeOf(engine.index.release, chapter);
  if (code !== "" && code !== GENERAL_SECTION) add(votes, code, 2.5);
  // What the panels of that name leave is shared out among the sections.
  const left = 1 - options.reduce((most, option) => Math.max(most, option.share), 0);
  const panels = options.map((option) => ({ ...option, share: ((1 - left) * option.share) / sum(options) }));
  const others = rankedOptions(engine, votes, named?.loinc).filter(
    ({ term }) => !options.some((option) => option.term === term),
  );
  const sections = others.map((option) => ({
    ...option,
    share: option.share * left,
    reason: option.term === chapter ? ("parent" as const) : option.reason,
  }));
  return [...panels, ...sections].sort((a, b) => b.share - a.share);
}

function sum(options: readonly ChapterOption[]): number {
  return options.reduce((total, option) => total + option.share, 0) || 1;
}

function administrativeOnly(engine: Engine, label: string, contents: Contents): boolean {
  const named = sectionOf(engine.binding, label);
  if (named !== undefined && named.loinc !== GENERAL_SECTION) return false;
  const { segments } = engine.read(label);
  const strongest = segments.reduce((most, segment) => Math.max(most, segment.administrative), 0);
  return contents.terms.length === 0 && strongest > 0.4;
}

function wholeName(engine: Engine, label: string): boolean {
  const reading = engine.read(label);
  return reading.segments.length <= 2;
}

function rankedOptions(engine: Engine, votes: ReadonlyMap<string, number>, named: string | undefined): ChapterOption[] {
  const total = [...votes.values()].reduce((sum, vote) => sum + vote, 0);
  const options: ChapterOption[] = [];
  for (const [code, vote] of votes) {
    const term = indexOfCode(engine.index.release, code);
    if (term >= 0)
      options.push({
        term,
        share: Math.min(0.99, (vote / total) * (code === named ? 1 : 0.85)),
        reason: code === named ? "name" : "contents",
      });
  }
  return options.sort((a, b) => b.share - a.share || a.term - b.term);
}

/** The share of contents that belongs to each section, by LOINC class. */
function contentVotes(engine: Engine, contents: Contents): Map<string, number> {
  const sections = new Map<string, readonly string[]>();
  for (const section of engine.binding.lexicon.sections.values() as Iterable<Section>)
    sections.set(section.loinc, section.classes);
  const votes = new Map<string, number>();
  for (const term of contents.terms) {
    const cls = valueAt(engine.index.release, "class", term);
    const fitting = [...sections].filter(([, classes]) => classes[0] === cls);
    for (const [loinc] of fitting) add(votes, loinc, 1 / fitting.length / contents.terms.length);
  }
  return votes;
}

function add(votes: Map<string, number>, key: string, weight: number): void {
  votes.set(key, (votes.get(key) ?? 0) + weight);
}
