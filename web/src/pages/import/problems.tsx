/** Remarks on a file, line by line; the first ones, then all when asked. */
import { useState } from "react";
import type { PreviewFile } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { useTold } from "../../i18n/use-told.ts";

const SHOWN = 8;

export function Problems({ problems }: { problems: PreviewFile["problems"] }) {
  const { imports } = useMessages();
  const told = useTold();
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, SHOWN);
  return (
    <>
      <table className="problems">
        <thead>
          <tr>
            <th scope="col">{imports.problems}</th>
            <th scope="col" className="number">
              {imports.line}
            </th>
            <th scope="col" className="number">
              {imports.problemColumn}
            </th>
            <th scope="col">{imports.message}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((problem) => (
            <tr key={`${problem.file}:${problem.line}:${problem.column}:${problem.code}:${problem.message}`}>
              <td className={problem.severity}>
                <span className="mark">
                  <Icon name={problem.severity === "error" ? "cross" : "warning"} />{" "}
                  {imports.severity[problem.severity]}
                </span>
              </td>
              <td className="number">{problem.line || "—"}</td>
              <td className="number">{problem.column || "—"}</td>
              <td>{told(problem.message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > SHOWN && !all && (
        <Button tone="quiet" icon="down" onClick={() => setAll(true)}>
          {imports.showAll(problems.length)}
        </Button>
      )}
    </>
  );
}
