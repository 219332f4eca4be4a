/** One line of the list: the row as the laboratory wrote it, what is proposed or decided, and how sure that is. */
import { memo } from "react";
import type { ItemRow } from "../../api/types.ts";
import { AxisGlyph } from "../../components/axis-glyph.tsx";
import { Confidence } from "../../components/confidence.tsx";
import { Icon } from "../../components/icon.tsx";
import { BandMark, StateMark } from "../../components/marks.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { useTold } from "../../i18n/use-told.ts";

type Properties = { row: ItemRow; ticked: boolean; onTick: (row: ItemRow) => void };

/** The cells of the line; the list gives it its place. */
export const RowLine = memo(function RowLine({ row, ticked, onTick }: Properties) {
  const { rows, row: words } = useMessages();
  const told = useTold();
  const facts = [row.unit, row.specimen, row.method, row.exam !== row.label && row.exam].filter(Boolean);
  return (
    <>
      <span role="gridcell" className="cell-tick">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={ticked}
          onChange={() => onTick(row)}
          onClick={(event) => event.stopPropagation()}
          aria-label={rows.tick(row.label)}
        />
      </span>
      <span role="gridcell" className="cell-row">
        <span className="first">
          <StateMark state={row.state} short />
          <strong>{row.label}</strong>
          {row.comments > 0 && (
            <span className="mark soft" title={rows.comments(row.comments)}>
              <Icon name="comment" /> <span className="hidden">{rows.comments(row.comments)}</span>
            </span>
          )}
        </span>
        <span className="second soft small">
          <span className="code">{row.code}</span>
          <span>{facts.join(" · ") || (row.chapterLabel !== row.label && row.chapterLabel)}</span>
        </span>
      </span>
      <span role="gridcell" className="cell-proposal">
        <Outcome row={row} />
        <span className="second small">
          {hasAxes(row) && <AxisGlyph verdicts={row.verdicts} />}
          {row.decision === null && row.question !== "" ? (
            <span className="question-short">
              <span className="hidden">{words.question} : </span>
              {told(row.question)}
            </span>
          ) : (
            <span className="soft">{row.decision?.reason}</span>
          )}
        </span>
      </span>
      <span role="gridcell" className="cell-confidence">
        {row.candidate && <Confidence share={row.confidence} band={row.band} />}
        <span className="small">
          <BandMark band={row.band} />
        </span>
      </span>
    </>
  );
});

/** What was decided, else what is proposed. */
function Outcome({ row }: { row: ItemRow }) {
  const { rows, words } = useMessages();
  const { decision, candidate } = row;
  if (decision && decision.kind !== "loinc")
    return (
      <span className="first">
        <span className="mark">
          <Icon name={decision.kind === "waiting" ? "clock" : decision.kind === "local" ? "tag" : "none"} />{" "}
          {words.kinds[decision.kind]}
        </span>{" "}
        {decision.waitingCode && <span className="code">{decision.waitingCode}</span>}
      </span>
    );
  const shown = decision ? { loinc: decision.loinc ?? "", name: decision.name } : candidate;
  if (shown === null) return <span className="first soft">{rows.noProposal}</span>;
  return (
    <span className="first">
      {decision && <Icon name="check" />} <span className="code">{shown.loinc}</span>{" "}
      <span lang="en">{shown.name}</span>
    </span>
  );
}

/** Codes of chapters are not made of axes. */
function hasAxes(row: ItemRow): boolean {
  return row.level === "analysis" || row.level === "exam";
}
