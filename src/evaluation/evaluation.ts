/** The whole evaluation: catalogues held out one by one, the model that ships, what each source of evidence is worth, and a plain search engine. */
import type { Catalogue } from "../catalogue/types.ts";
import { codeOf, findTerm, indexOfCode, nameAt, type Release, valueAt } from "../loinc/release.ts";
import { AXES, type Axis } from "../loinc/term.ts";
import { candidatesOf, type Engine } from "../matching/candidates.ts";
import { matchCatalogue } from "../matching/match-catalogue.ts";
import type { Grounds } from "../matching/matcher.ts";
import type { Model } from "../matching/model.ts";
import type { Candidate, Proposal } from "../matching/proposal.ts";
import type { Level } from "../matching/row.ts";
import { analysisRow, surroundingsOf } from "../matching/rows.ts";
import { ABLATIONS, type Ablation, ablate } from "./ablations.ts";
import type { GoldCatalogue } from "./examples.ts";
import type { GoldItem } from "./gold.ts";
import { learnModel } from "./learn.ts";
import { type Judged, judge, type Metrics, measure, type Sure, surest } from "./metrics.ts";
import { type Prepared, prepare } from "./prepare.ts";

export const LEVELS: readonly Level[] = ["analysis", "exam", "chapter", "subchapter"];

/** The order in which a person asks what is wrong with a code. */
const ASKED: readonly Axis[] = ["component", "property", "system", "time", "scale", "method"];

/** A search engine: the codes it finds for a text, best first. */
export type Search = (text: string, limit: number) => readonly { readonly loinc: string; readonly score: number }[];

export type Measured = {
  readonly catalogue: string;
  readonly levels: { readonly [level in Level]?: Metrics };
  readonly chapters: readonly { readonly chapter: string; readonly metrics: Metrics }[];
  /** Share of coded analyses whose candidates hold a right code at all. */
  readonly collected: number;
};

/** `axis`: the first that differs from the best code; `none` when nothing was proposed, `same` when no axis tells them apart. */
export type Miss = {
  readonly catalogue: string;
  readonly code: string;
  readonly label: string;
  readonly wanted: string;
  readonly wantedName: string;
  readonly got: string;
  readonly gotName: string;
  readonly axis: Axis | "none" | "same" | "unknown";
  /** Place of the first acceptable candidate, from 1; 0 when it is not among those kept. */
  readonly place: number;
  readonly confidence: number;
  readonly band: string;
};

export type AblationResult = {
  readonly name: string;
  readonly rows: number;
  readonly top1: number;
  readonly top3: number;
  readonly top5: number;
  readonly mrr: number;
  readonly collected: number;
};

export type Evaluation = {
  readonly reference: { readonly title: string; readonly terms: number };
  readonly heldOut: readonly Measured[];
  readonly shipped: readonly Measured[];
  /** MiniSearch on the analyses of each catalogue. */
  readonly baseline: readonly { readonly catalogue: string; readonly metrics: Metrics }[];
  readonly ablations: readonly AblationResult[];
  /** Analyses of all held-out catalogues, surest first. */
  readonly sure: readonly Sure[];
  readonly misses: readonly Miss[];
};

export type EvaluationInput = {
  readonly golds: readonly GoldCatalogue[];
  /** More catalogues to learn from, which are not measured; ablations do without. */
  readonly teachers: readonly GoldCatalogue[];
  readonly grounds: Grounds;
  /** The same reference without a lexicon. */
  readonly bare: () => Grounds;
  readonly shipped: Model;
  readonly precision: number;
  readonly search: Search;
  /** Told what begins. */
  readonly progress: (text: string) => void;
};

/** Evaluates on `golds`, at least two. Deterministic: the same input gives the same figures. */
export function evaluateAll(input: EvaluationInput): Evaluation {
  const { golds, teachers, grounds, shipped, progress, precision } = input;
  const { release } = grounds.engine.index;
  const heldOut: Measured[] = [];
  const sure: Sure[] = [];
  const misses: Miss[] = [];
  const prepared = [...golds, ...teachers].map((gold) => prepare(grounds, gold));
  for (const held of golds) {
    progress(`hors apprentissage : ${held.name}`);
    const model = learnOthers(grounds, prepared, held.name, precision);
    const proposals = matchCatalogue({ ...grounds, model }, held.catalogue);
    heldOut.push(measured(grounds.engine, held, proposals));
    const judged = judge(analyses(held), proposals);
    sure.push(...surest(judged));
    misses.push(...missesOf(held, judged, release));
  }
  const plain = golds.map((gold) => {
    progress(`modèle livré : ${gold.name}`);
    return measured(grounds.engine, gold, matchCatalogue({ ...grounds, model: shipped }, gold.catalogue));
  });
  const baseline = golds.map((gold) => {
    progress(`MiniSearch : ${gold.name}`);
    return { catalogue: gold.name, metrics: measure(analyses(gold), searched(gold, input.search, release), release) };
  });
  const ablations = ABLATIONS.map((ablation) => {
    progress(`ablation : ${ablation.name}`);
    return ablationResult(ablation.lexicon === false ? input.bare() : grounds, golds, ablation, precision);
  });
  return {
    reference: { title: release.info.title, terms: release.size },
    heldOut,
    shipped: plain,
    baseline,
    ablations,
    sure: sure.sort((a, b) => b.confidence - a.confidence),
    misses,
  };
}

function learnOthers(grounds: Grounds, golds: readonly Prepared[], held: string, precision: number): Model {
  return learnModel(
    grounds,
    golds.filter((gold) => gold.name !== held),
    { precision },
  );
}

function analyses(gold: GoldCatalogue): GoldItem[] {
  return gold.gold.filter((item) => item.level === "analysis");
}

function measured(engine: Engine, gold: GoldCatalogue, proposals: readonly Proposal[]): Measured {
  const { release } = engine.index;
  const of = (items: readonly GoldItem[]): Metrics => measure(items, proposals, release);
  const chapters = new Map<string, GoldItem[]>();
  const chapter = chapterOf(gold.catalogue);
  for (const item of analyses(gold)) chapters.set(chapter(item), [...(chapters.get(chapter(item)) ?? []), item]);
  return {
    catalogue: gold.name,
    levels: Object.fromEntries(
      LEVELS.map((level) => [level, gold.gold.filter((item) => item.level === level)] as const)
        .filter(([, items]) => items.length > 0)
        .map(([level, items]) => [level, of(items)]),
    ),
    chapters: [...chapters].map(([name, items]) => ({ chapter: name, metrics: of(items) })),
    collected: collectedShare(engine, gold),
  };
}

function chapterOf(catalogue: Catalogue): (item: GoldItem) => string {
  const around = surroundingsOf(catalogue);
  const byCode = new Map(catalogue.analyses.map((analysis) => [analysis.code, analysis]));
  return (item) => {
    const analysis = byCode.get(item.code);
    return (analysis && analysisRow(around, analysis).context.chapter) || "—";
  };
}

/** Share of coded analyses whose candidates hold an acceptable code, before any ranking. */
function collectedShare(engine: Engine, gold: GoldCatalogue): number {
  const { release } = engine.index;
  const around = surroundingsOf(gold.catalogue);
  const byCode = new Map(gold.catalogue.analyses.map((analysis) => [analysis.code, analysis]));
  const coded = analyses(gold).filter((item) => item.loinc !== "");
  const found = coded.filter((item) => {
    const analysis = byCode.get(item.code);
    if (analysis === undefined) return false;
    const terms = new Set(candidatesOf(engine, analysisRow(around, analysis)).terms);
    return item.accepted.some((code) => terms.has(indexOfCode(release, code)));
  });
  return found.length / Math.max(1, coded.length);
}

function missesOf(gold: GoldCatalogue, judged: readonly Judged[], release: Release): Miss[] {
  return judged.flatMap(({ item, proposal, place }) => {
    if (item.loinc === "" || place === 0) return [];
    const wanted = findTerm(release, item.loinc);
    const best = proposal?.candidates[0];
    const axis =
      best === undefined
        ? "none"
        : wanted === undefined
          ? "unknown"
          : (ASKED.find((name) => best.axes[name].value !== wanted[name]) ?? "same");
    return [
      {
        catalogue: gold.name,
        code: item.code,
        label: proposal?.label ?? "",
        wanted: item.loinc,
        wantedName: wanted?.longName ?? "",
        got: best?.loinc ?? "",
        gotName: best?.name ?? "",
        axis,
        place: place + 1,
        confidence: proposal?.confidence ?? 0,
        band: proposal?.band ?? "none",
      },
    ];
  });
}

/** What `search` finds for the label and synonym of each analysis, as they are written. */
function searched(gold: GoldCatalogue, search: Search, release: Release): Proposal[] {
  return gold.catalogue.analyses.map((analysis): Proposal => {
    const results = search(`${analysis.label} ${analysis.synonym}`.trim(), 10);
    const all = results.reduce((sum, result) => sum + result.score, 0);
    const candidates = results.map(({ loinc, score }) => searchedCandidate(release, loinc, score / all));
    return {
      level: "analysis",
      code: analysis.code || analysis.label,
      label: analysis.label,
      band: candidates.length === 0 ? "none" : "review",
      confidence: candidates[0]?.confidence ?? 0,
      candidates,
      question: "",
    };
  });
}

function searchedCandidate(release: Release, loinc: string, confidence: number): Candidate {
  const term = indexOfCode(release, loinc);
  const axes = Object.fromEntries(
    AXES.map((axis) => [axis, { value: valueAt(release, axis, term), verdict: "assumed", evidence: "" }]),
  ) as Candidate["axes"];
  return { loinc: codeOf(release, term), name: nameAt(release, term), confidence, axes };
}

function ablationResult(
  grounds: Grounds,
  golds: readonly GoldCatalogue[],
  ablation: Ablation,
  precision: number,
): AblationResult {
  const { release } = grounds.engine.index;
  const left = golds.map((gold) => prepare(grounds, ablate(gold, ablation)));
  const each = left.map((held) => {
    const learned = learnOthers(grounds, left, held.name, precision);
    const model = ablation.weights
      ? { ...learned, analysis: { ...learned.analysis, weights: ablation.weights } }
      : learned;
    const metrics = measure(analyses(held), matchCatalogue({ ...grounds, model }, held.catalogue), release);
    return { metrics, collected: collectedShare(grounds.engine, held) };
  });
  const rows = each.reduce((sum, { metrics }) => sum + metrics.coded, 0);
  const mean = (of: (entry: (typeof each)[number]) => number): number =>
    each.reduce((sum, entry) => sum + of(entry) * entry.metrics.coded, 0) / Math.max(1, rows);
  return {
    name: ablation.name,
    rows,
    top1: mean(({ metrics }) => metrics.top1),
    top3: mean(({ metrics }) => metrics.top3),
    top5: mean(({ metrics }) => metrics.top5),
    mrr: mean(({ metrics }) => metrics.mrr),
    collected: mean(({ collected }) => collected),
  };
}
