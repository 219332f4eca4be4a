/** Candidates side by side on the six axes: what supports each value, what is assumed, what contradicts. */
import { useState } from "react";
import type { Proposal } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Confidence } from "../../components/confidence.tsx";
import { Icon } from "../../components/icon.tsx";
import { VerdictMark } from "../../components/marks.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { useTold } from "../../i18n/use-told.ts";
import { AxisValue } from "./axis-value.tsx";

const AXES = ["component", "property", "time", "system", "scale", "method"] as const;
/** Side by side without scrolling. */
const SHOWN = 3;

type Properties = {
  candidates: Proposal["candidates"];
  chosen: string | undefined;
  onChoose?: (rank: number) => void;
};

export function Candidates({ candidates, chosen, onChoose }: Properties) {
  const { row, words } = useMessages();
  const told = useTold();
  const [all, setAll] = useState(false);
  if (candidates.length === 0) return <p className="soft">{row.noCandidates}</p>;
  const shown = all ? candidates : candidates.slice(0, SHOWN);
  const first = candidates[0]!;
  // Codes of chapters have a name and no other axis.
  const axes = AXES.filter(
    (axis) => axis === "component" || candidates.some(({ axes: has }) => has.system.value !== ""),
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={row.candidates}>
        <table className="candidates">
          <thead>
            <tr>
              <th scope="col">{row.axis}</th>
              {shown.map((candidate, rank) => (
                <th scope="col" key={candidate.loinc} className={candidate.loinc === chosen ? "chosen" : ""}>
                  <span className="candidate-code">
                    <span className="key" aria-hidden="true">
                      {rank + 1}
                    </span>{" "}
                    <span className="code">{candidate.loinc}</span>
                    <Confidence share={candidate.confidence} />
                  </span>
                  <span className="candidate-name" lang={candidate.nameLanguage ?? "en"}>
                    {candidate.name}
                  </span>
                  {candidate.loinc === chosen ? (
                    <span className="mark supports">
                      <Icon name="check" /> {row.chosen}
                    </span>
                  ) : (
                    onChoose && (
                      <Button
                        tone={rank === 0 ? "primary" : "plain"}
                        onClick={() => onChoose(rank)}
                        aria-label={`${row.choose} ${candidate.loinc}`}
                      >
                        {row.choose}
                      </Button>
                    )
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {axes.map((axis) => (
              <tr key={axis}>
                <th scope="row">{words.axes[axis]}</th>
                {shown.map((candidate) => {
                  const reason = candidate.axes[axis];
                  const differs = reason.value !== first.axes[axis].value;
                  return (
                    <td key={candidate.loinc} className={differs ? "differs" : ""}>
                      {differs && (
                        <span className="differs-sign" title={row.differs}>
                          <span aria-hidden="true">≠ </span>
                          <span className="hidden">{row.differs} : </span>
                        </span>
                      )}
                      <AxisValue axis={axis} value={reason.value} />
                      <span className="because">
                        <VerdictMark verdict={reason.verdict} />{" "}
                        {reason.evidence && <span className="soft small">{told(reason.evidence)}</span>}
                      </span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {!all && candidates.length > SHOWN && (
        <Button tone="quiet" icon="down" onClick={() => setAll(true)}>
          {row.more(candidates.length - SHOWN)}
        </Button>
      )}
    </>
  );
}
