/** Items as the API tells them. */
import { questionOptions } from "../../engine/question-options.ts";
import type { Release } from "../../loinc/release.ts";
import type { Proposal } from "../../matching/proposal.ts";
import type { Decision, Event, Item, ItemSummary, ProposalSummary, SecondRead } from "../../workspace/types.ts";
import type { HistoryEvent, Item as ItemAnswer, ItemRow } from "../schemas/items.ts";
import type { Proposal as ProposalAnswer } from "../schemas/proposals.ts";

/** A row of a list. */
export function itemRow(item: ItemSummary): ItemRow {
  return { ...common(item, item.proposal), question: item.proposal?.question ?? "" };
}

/** An item whole. */
export function itemAnswer(item: Item, release: Release): ItemAnswer {
  const { proposal, fields, related, neighbours, history } = item;
  const best = proposal?.candidates[0];
  const summary = proposal && {
    ...{ band: proposal.band, confidence: proposal.confidence, question: proposal.question },
    ...{ loinc: best?.loinc ?? "", name: best?.name ?? "" },
    verdicts: best
      ? Object.values(best.axes)
          .map(({ verdict }) => verdict[0])
          .join("")
      : "",
  };
  return {
    ...common(item, summary),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? value : [...value]]),
    ),
    related: related.map(itemRow),
    neighbours: neighbours.map(itemRow),
    proposal: proposal ? proposalAnswer(proposal) : null,
    question: (proposal && questionOf(proposal, release)) ?? null,
    history: history.map(eventAnswer),
    discussion: history
      .filter(({ kind }) => kind === "commented")
      .map(({ id, at, actor, after }) => ({ id, at, by: actor, text: String(after ?? "") })),
  };
}

export function proposalAnswer(proposal: Proposal): ProposalAnswer {
  return { ...proposal, candidates: proposal.candidates.map((candidate) => ({ ...candidate })) };
}

export function eventAnswer(event: Event): HistoryEvent {
  return { ...event };
}

function questionOf(proposal: Proposal, release: Release): ItemAnswer["question"] {
  const question = questionOptions(proposal, release, "fr");
  return question === undefined ? null : { ...question, options: [...question.options] };
}

function common(item: Omit<ItemSummary, "proposal">, proposal: ProposalSummary | undefined): Omit<ItemRow, "question"> {
  const { id, level, code, label, parent, position, chapter, chapterLabel, subchapter, specialty, exam } = item;
  const { unit, specimen, method, state, version, secondWanted, missing, comments, decision, second, reopened } = item;
  return {
    ...{ id, level, code, label, parent, position, chapter, chapterLabel, subchapter, specialty, exam },
    ...{ unit, specimen, method, state, version, secondWanted, comments },
    missing: [...missing],
    band: proposal?.band ?? "none",
    confidence: proposal?.confidence ?? 0,
    candidate: proposal === undefined || proposal.loinc === "" ? null : { loinc: proposal.loinc, name: proposal.name },
    verdicts: proposal?.verdicts ?? "",
    decision: decision === undefined ? null : decisionAnswer(decision),
    second: second === undefined ? null : secondAnswer(second),
    reopened: reopened ?? "",
  };
}

function decisionAnswer({ term: _, ...decision }: Decision): NonNullable<ItemRow["decision"]> {
  return decision;
}

function secondAnswer({ agree, reason, by, at }: SecondRead): NonNullable<ItemRow["second"]> {
  return { agree, reason, by, at };
}
