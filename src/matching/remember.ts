/** Puts decisions taken earlier beside what the row itself says; never silently. docs/decisions/0030 gives the rules and why. */
import { indexOfCode } from "../loinc/release.ts";
import { type Matcher, MOST_CANDIDATES, rounded } from "./matcher.ts";
import { type Recalled, recall } from "./memory.ts";
import { obstacleOf } from "./memory-obstacle.ts";
import { memoryWords, recalledWords, sourcesOf } from "./memory-words.ts";
import type { Candidate, Obstacle, Proposal, Remembered } from "./proposal.ts";
import type { Row } from "./row.ts";

/** Share of the codes that laboratories give themselves that are right (College of American Pathologists' survey, 2020: 80.4 %). */
const RIGHT = 0.8;

/**
 * `proposal` with what the matcher's memory holds for `row`. A code decided for a row that states the same comes first, unless something stands in
 * its way; when the row alone gives it too, confidence rises, and reaches the lot from `auto` on; else the row is to be looked at. A code decided
 * for a row that is merely alike changes neither order nor confidence. `candidateOf` explains a term that was no candidate.
 */
export function remember(
  matcher: Matcher,
  row: Row,
  proposal: Proposal,
  auto: number,
  candidateOf: (term: number) => Candidate,
): Proposal {
  const recalled = matcher.memory === undefined ? [] : recall(matcher.memory, row);
  if (recalled.length === 0) return proposal;
  const { engine, language } = matcher;
  const found = recalled.map((one) => {
    const term = indexOfCode(engine.index.release, one.loinc);
    return { ...one, term, ...obstacleOf(engine, row, term) };
  });
  const noted = { ...proposal, memory: found.map((one) => note(one, row, matcher)) };
  const usable = found.filter(({ obstacle }) => obstacle === undefined);
  const candidates = withRecalled(proposal.candidates, usable, matcher, candidateOf);
  const exact = usable.filter(({ agreement }) => agreement === "exact").map(({ loinc }) => loinc);
  if (found[0]!.agreement === "partial") return { ...noted, candidates };
  const said = noted.memory.map(({ words }) => words);
  const best = proposal.band === "none" ? "" : (proposal.candidates[0]?.loinc ?? "");
  if (exact.length === 0) {
    const other = found.some(({ loinc }) => loinc !== best);
    const question = other ? memoryWords(language).against(said.join(" "), best) : proposal.question;
    return { ...noted, candidates, question, band: proposal.band === "auto" ? "review" : proposal.band };
  }
  if (found.length === 1 && exact[0] === best) {
    const confidence = rounded(raised(proposal.confidence));
    return {
      ...noted,
      candidates: shared(candidates, confidence),
      confidence,
      band: confidence >= auto ? "auto" : proposal.band,
    };
  }
  const first = candidates.filter(({ loinc }) => exact.includes(loinc));
  const others = candidates.filter(({ loinc }) => !exact.includes(loinc));
  const confidence = rounded(RIGHT / first.length);
  const words = memoryWords(language);
  return {
    ...noted,
    candidates: shared([...first, ...others], confidence),
    confidence,
    band: "review",
    question: found.length > 1 ? words.several(said) : words.against(said[0]!, best),
  };
}

type Found = Recalled & { readonly term: number; readonly obstacle?: Obstacle; readonly text?: string };

function note(found: Found, row: Row, { language }: Matcher): Remembered {
  const { loinc, agreement, obstacle, text = "" } = found;
  const words = recalledWords(found, row.level, language);
  const source = sourcesOf(found, language);
  if (obstacle === undefined) return { loinc, source, agreement, words };
  return { loinc, source, agreement, obstacle, words: `${words} ${memoryWords(language).obstacles[obstacle](text)}` };
}

/** The candidates, those recalled marked; recalled ones that were none come last, in the place of the least likely. */
function withRecalled(
  candidates: readonly Candidate[],
  usable: readonly Found[],
  { language }: Matcher,
  candidateOf: (term: number) => Candidate,
): Candidate[] {
  const marks = new Map(
    usable.map((one) => [one.loinc, { source: sourcesOf(one, language), agreement: one.agreement }] as const),
  );
  const marked = (candidate: Candidate): Candidate => {
    const memory = marks.get(candidate.loinc);
    return memory === undefined ? candidate : { ...candidate, memory };
  };
  const known = new Set(candidates.map(({ loinc }) => loinc));
  const added = usable
    .filter(({ loinc }) => !known.has(loinc))
    .slice(0, MOST_CANDIDATES)
    .map(({ term }) => ({ ...candidateOf(term), confidence: 0 }));
  const last = candidates.findLastIndex(({ loinc }) => marks.has(loinc));
  return [...candidates.slice(0, Math.max(last + 1, MOST_CANDIDATES - added.length)), ...added].map(marked);
}

/** Row and memory agree: two witnesses of whom the second is right four times in five, and whose errors may be the same. */
function raised(confidence: number): number {
  const odds = confidence * RIGHT;
  return odds / (odds + (1 - confidence) * (1 - RIGHT));
}

/** The first at `confidence`, the rest shared out as before. */
function shared([first, ...others]: readonly Candidate[], confidence: number): Candidate[] {
  const rest = others.reduce((sum, candidate) => sum + candidate.confidence, 0) || 1;
  const part = (candidate: Candidate): number => Math.min(confidence, 1 - confidence) * (candidate.confidence / rest);
  return [
    { ...first!, confidence },
    ...others.map((candidate) => ({ ...candidate, confidence: rounded(part(candidate)) })),
  ];
}
