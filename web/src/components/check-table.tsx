/** Checks of the SGL, each with the row that it is about. */
import type { Check } from "../api/types.ts";
import { useMessages } from "../i18n/language.tsx";
import { useTold } from "../i18n/use-told.ts";
import { Link } from "../navigation/link.tsx";
import { paths } from "../navigation/paths.ts";
import { Icon } from "./icon.tsx";

export function CheckTable({ project, checks }: { project: string; checks: readonly Check[] }) {
  const { dashboard } = useMessages();
  const told = useTold();
  return (
    <table className="problems">
      <thead>
        <tr>
          <th scope="col">{dashboard.rule}</th>
          <th scope="col">{dashboard.place}</th>
          <th scope="col">LOINC</th>
          <th scope="col">{dashboard.message}</th>
        </tr>
      </thead>
      <tbody>
        {checks.map((check) => (
          <tr key={`${check.rule}:${check.level}:${check.code}:${check.loinc}`}>
            <td className={check.severity}>
              <span className="mark">
                <Icon name={check.severity === "error" ? "cross" : "warning"} /> {dashboard.severity[check.severity]}
              </span>
            </td>
            <td>
              {check.item === null ? check.label : <Link href={paths.row(project, check.item)}>{check.label}</Link>}{" "}
              <span className="code soft">{check.code}</span>
            </td>
            <td className="code">{check.loinc}</td>
            <td>{told(check.message)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
