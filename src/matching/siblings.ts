/**
 * Two analyses of one exam with the same code: one of them is nearly always wrong (the control beside the patient's time, the red cells'
 * folate beside the serum's). The surer one keeps the code; the other takes its next candidate and is put before a person.
 */
import type { Catalogue } from "../catalogue/types.ts";
import { type Language, phrases } from "./phrases.ts";
import type { Candidate, Proposal } from "./proposal.ts";

/** A sibling's second choice is never surer than this, whatever the first one was. */
const SECOND_CHOICE = 0.6;
/** A candidate less likely than this is no second choice: the row keeps its first, with the question. */
const LIKELY = 0.02;

/** The analyses' proposals, by code, with those changed whose best code an exam's surer analysis has. */
export function partSiblings(
  catalogue: Catalogue,
  proposals: ReadonlyMap<string, Proposal>,
  language: Language,
): ReadonlyMap<string, Proposal> {
  const parted = new Map(proposals);
  const seen = new Set<string>();
  for (const exam of catalogue.exams) {
    const members = exam.analyses
      .map((code) => parted.get(code))
      .filter((proposal) => proposal !== undefined && proposal.band !== "none" && proposal.candidates.length > 0)
      .sort((a, b) => remembered(b!) - remembered(a!) || b!.confidence - a!.confidence) as Proposal[];
    const takers = new Map<string, Proposal>();
    for (const member of members) {
      const best = member.candidates[0]!.loinc;
      if (!takers.has(best)) takers.set(best, member);
    }
    // Only once every first choice is known: a second choice takes nobody's code.
    for (const member of members) {
      const taker = takers.get(member.candidates[0]!.loinc)!;
      if (taker === member || seen.has(member.code)) continue;
      seen.add(member.code);
      const second = secondChoice(member, taker, new Set(takers.keys()), language);
      parted.set(member.code, second);
      if (!takers.has(second.candidates[0]!.loinc)) takers.set(second.candidates[0]!.loinc, second);
    }
  }
  return parted;
}

function secondChoice(member: Proposal, taker: Proposal, taken: ReadonlySet<string>, language: Language): Proposal {
  const free =
    (remembered(member) === 1 ? member.candidates[0] : undefined) ??
    member.candidates.find((candidate) => !taken.has(candidate.loinc) && candidate.confidence >= LIKELY) ??
    member.candidates[0]!;
  const confidence = Math.min(SECOND_CHOICE, 1 - member.candidates[0]!.confidence + free.confidence, member.confidence);
  const others = member.candidates.filter((candidate) => candidate !== free);
  const rest = others.reduce((sum, candidate) => sum + candidate.confidence, 0) || 1;
  const shared = (candidate: Candidate): Candidate => ({
    ...candidate,
    confidence: round((candidate.confidence / rest) * (1 - confidence)),
  });
  return {
    ...member,
    band: "review",
    confidence: round(confidence),
    candidates: [{ ...free, confidence: round(confidence) }, ...others.map(shared)],
    question: phrases(language).sibling(taker.label, taker.candidates[0]!.loinc),
  };
}

/** 1 when its code was decided earlier for such a row: it is not for siblings to take. */
function remembered({ candidates }: Proposal): 0 | 1 {
  return candidates[0]?.memory?.agreement === "exact" ? 1 : 0;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
