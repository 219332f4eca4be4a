/** The candidates of a row: as proposed, or ranked anew with what the person stated. */
import { useState } from "react";
import { useRerank } from "../../api/decisions.ts";
import type { Item, Proposal } from "../../api/types.ts";
import { useMessages } from "../../i18n/language.tsx";

type Answers = { readonly [field: string]: string };

export function useReranking(project: string, item: Item) {
  const { row, words } = useMessages();
  const rerank = useRerank(project, item.id);
  const [anew, setAnew] = useState<{ answers: Answers; proposal: Proposal }>();

  const told = Object.entries(anew?.answers ?? {})
    .map(([field, value]) => `${(words.fields[field] ?? field).toLowerCase()} = ${value}`)
    .join(", ");
  const answer = (field: string, value: string): void => {
    const answers = { ...anew?.answers, [field]: value };
    rerank.mutate(answers, { onSuccess: (proposal) => setAnew({ answers, proposal }) });
  };
  return {
    candidates: anew?.proposal.candidates ?? item.proposal?.candidates ?? [],
    /** What was stated, in words; empty when nothing was. */
    told,
    /** Goes with the decision, so that the history says what it rested on. */
    reason: told === "" ? "" : row.answered(told),
    answer,
    reset: () => setAnew(undefined),
    busy: rerank.isPending,
    error: rerank.error,
  };
}

export type Reranking = ReturnType<typeof useReranking>;
