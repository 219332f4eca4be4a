/** The fact that would decide, answered in place; the candidates are ranked anew at once. */
import { type FormEvent, type RefObject, useState } from "react";
import type { Item } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { SelectField, TextField } from "../../components/field.tsx";
import { Notice } from "../../components/notice.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { useTold } from "../../i18n/use-told.ts";
import type { Reranking } from "./use-reranking.ts";

type Properties = {
  item: Item;
  ranking: Reranking;
  mayAnswer: boolean;
  onChoose: (rank: number) => void;
  boxRef: RefObject<HTMLDivElement | null>;
};

export function QuestionBox({ item, ranking, mayAnswer, onChoose, boxRef }: Properties) {
  const { row, common } = useMessages();
  const textOf = useErrorText();
  const told = useTold();
  const { question } = item;
  const isAnalysis = item.level === "analysis";
  if (question === null && !isAnalysis) return null;
  // Which analyte is meant is a choice between candidates, not a field of the row.
  const answer = (option: string): void => {
    const rank = ranking.candidates.findIndex(({ axes }) => axes.component.value === option);
    if (question?.axis === "component" && rank >= 0) onChoose(rank);
    else ranking.answer(question?.field ?? "", option);
  };
  return (
    <div className="question-box" ref={boxRef}>
      {ranking.error && <Notice tone="error" title={textOf(ranking.error)} />}
      {ranking.told !== "" ? (
        <p className="reranked" role="status">
          {row.reranked(ranking.told)}{" "}
          <Button tone="quiet" icon="undo" onClick={ranking.reset}>
            {row.rerankUndo}
          </Button>
        </p>
      ) : (
        question && (
          <>
            <p className="question">
              <span className="hidden">{row.question} : </span>
              {told(question.text)}
            </p>
            {mayAnswer && isAnalysis && (
              <div className="answers">
                {question.options.map((option) => (
                  <Button key={option} busy={ranking.busy} onClick={() => answer(option)}>
                    {option === "" ? common.notStated : told(option)}
                  </Button>
                ))}
              </div>
            )}
          </>
        )
      )}
      {mayAnswer && isAnalysis && <Specify start={question?.field || "unit"} ranking={ranking} />}
    </div>
  );
}

/** Fields that may be stated for a ranking anew. */
const STATABLE = ["unit", "specimen", "method", "property", "time", "scale", "synonym"] as const;

/** States any field of the row. */
function Specify({ start, ranking }: { start: string; ranking: Reranking }) {
  const { row, words } = useMessages();
  const [field, setField] = useState(start);
  const [value, setValue] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (value.trim() !== "") ranking.answer(field, value.trim());
  };
  return (
    <details className="specify">
      <summary>{row.specify}</summary>
      <form onSubmit={submit}>
        <SelectField
          label={row.specify}
          value={field}
          onChange={(event) => setField(event.target.value)}
          options={STATABLE.map((name) => ({ value: name, label: words.fields[name] ?? name }))}
        />
        <TextField label={row.value} value={value} onChange={(event) => setValue(event.target.value)} />
        <Button submit busy={ranking.busy}>
          {row.rerank}
        </Button>
      </form>
      <p className="soft small">{row.specifyHelp}</p>
    </details>
  );
}
