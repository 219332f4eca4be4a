/** Everything about one row, and every decision that may be taken on it. */
import { useEffect, useRef, useState } from "react";
import { useRole } from "../../api/session.ts";
import type { Item } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { useKeys } from "../../components/keyboard/use-keys.ts";
import { Notice } from "../../components/notice.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Candidates } from "./candidates.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { DecisionForm, type OtherKind } from "./decision-form.tsx";
import { Discussion } from "./discussion.tsx";
import { Facts } from "./facts.tsx";
import { History } from "./history.tsx";
import { LoincSearch } from "./loinc-search.tsx";
import { Neighbours } from "./neighbours.tsx";
import { QuestionBox } from "./question-box.tsx";
import { RequestDialog } from "./request-dialog.tsx";
import { RowActions } from "./row-actions.tsx";
import { Standing } from "./standing.tsx";
import type { Deciding } from "./use-deciding.ts";
import { useReranking } from "./use-reranking.ts";

type Mode = OtherKind | "search" | "request";
type Properties = { project: string; item: Item; keys: boolean; deciding: Deciding };

export function RowBody({ project, item, keys, deciding }: Properties) {
  const { row: words } = useMessages();
  const mayDecide = useRole("biologist", "manager");
  const open = mayDecide && item.state !== "signed";
  const [mode, setMode] = useState<Mode>();
  const { decide, busy, decided, conflict, settle } = deciding;
  // biome-ignore lint/correctness/useExhaustiveDependencies: on each decision
  useEffect(() => setMode(undefined), [decided]);
  const ranking = useReranking(project, item);
  const comment = useRef<HTMLTextAreaElement>(null);
  const question = useRef<HTMLDivElement>(null);
  const agree = useRef<HTMLButtonElement>(null);

  const { candidates } = ranking;
  const choose = (rank: number): void => {
    const candidate = candidates[rank];
    if (candidate && open) decide({ kind: "loinc", loinc: candidate.loinc, reason: ranking.reason, from: "proposal" });
  };
  const digits = Object.fromEntries(candidates.slice(0, 9).map((_, i) => [String(i + 1), () => choose(i)]));
  useKeys(
    {
      ...digits,
      a: () => choose(0),
      q: () => question.current?.querySelector<HTMLElement>("button, input")?.focus(),
      r: () => open && setMode("search"),
      t: () => open && setMode("waiting"),
      l: () => open && setMode("local"),
      n: () => open && setMode("not-coded"),
      c: () => comment.current?.focus(),
      v: () => agree.current?.click(),
    },
    keys && mode === undefined,
  );
  return (
    <div className="row-body" aria-busy={busy}>
      {conflict && (
        <ConflictNotice conflict={conflict.theirs} onKeepTheirs={() => settle(false)} onKeepMine={() => settle(true)} />
      )}
      <Standing project={project} item={item} agreeRef={agree} />
      <Facts item={item} project={project} />
      <QuestionBox item={item} ranking={ranking} mayAnswer={mayDecide} onChoose={choose} boxRef={question} />
      <Candidates candidates={candidates} chosen={item.decision?.loinc} {...(open ? { onChoose: choose } : {})} />
      {open && (
        <Button tone="quiet" icon="plus" onClick={() => setMode("request")}>
          {words.request}
        </Button>
      )}
      {!mayDecide && <Notice title={words.reader} />}
      {open && (
        <div className="row-foot">
          {mode === "waiting" || mode === "local" || mode === "not-coded" ? (
            <DecisionForm
              kind={mode}
              onKind={setMode}
              busy={busy}
              onDecide={decide}
              onCancel={() => setMode(undefined)}
              draft={`${project}:${item.id}`}
            />
          ) : (
            <RowActions
              canAccept={candidates.length > 0}
              onAccept={() => choose(0)}
              onMode={setMode}
              onComment={() => comment.current?.focus()}
            />
          )}
        </div>
      )}
      {mode === "search" && (
        <LoincSearch
          level={item.level}
          start={item.label.replace(/\s*\([^()]*\)/g, "").trim() || item.label}
          onClose={() => setMode(undefined)}
          onChoose={(loinc, reason) => {
            setMode(undefined);
            decide({ kind: "loinc", loinc, reason, from: "search" });
          }}
        />
      )}
      {mode === "request" && <RequestDialog project={project} item={item} onClose={() => setMode(undefined)} />}
      <Neighbours item={item} project={project} />
      <Discussion project={project} item={item} textRef={comment} />
      <History events={item.history} />
    </div>
  );
}
