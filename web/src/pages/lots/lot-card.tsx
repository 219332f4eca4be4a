/** One lot: how many rows, how sure, how right; its first rows to look through; accepting it whole. */
import { useState } from "react";
import { useAcceptLot } from "../../api/decisions.ts";
import { useRole } from "../../api/session.ts";
import type { Lot } from "../../api/types.ts";
import { Button } from "../../components/button.tsx";
import { Confidence } from "../../components/confidence.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { useErrorText } from "../../components/error-text.ts";
import { useSay } from "../../components/said.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";
import { useBatchReport } from "../row/use-batch-report.ts";
import { Precision } from "./precision.tsx";

export function LotCard({ project, lot }: { project: string; lot: Lot }) {
  const { lots, words, common } = useMessages();
  const format = useFormat();
  const say = useSay();
  const textOf = useErrorText();
  const report = useBatchReport(project);
  const accepting = useAcceptLot(project);
  const mayDecide = useRole("biologist", "manager");
  const [asking, setAsking] = useState(false);
  const count = format.number(lot.rows);
  const name = `${words.levels[lot.level]} · ${lot.specialtyName || words.noSpecialty}`;

  const accept = (): void =>
    accepting.mutate(
      { key: lot.key, versions: lot.versions },
      {
        onSuccess: report,
        onError: (error) => say(textOf(error), { tone: "error" }),
        onSettled: () => setAsking(false),
      },
    );
  return (
    <li className="card lot">
      <div className="lot-head">
        <h3>{lot.specialtyName || words.noSpecialty}</h3>
        <p className="counts">
          {lots.rows(count)}
          <br />
          <span className="soft small">
            {lots.confidence(format.percent(lot.confidence.least), format.percent(lot.confidence.most))}
            {lot.source === "memory" && ` · ${lots.memory}`}
          </span>
        </p>
        <Precision lot={lot} />
        {mayDecide && (
          <Button
            tone="primary"
            icon="check"
            onClick={() => setAsking(true)}
            aria-label={`${lots.accept(count)} : ${name}`}
          >
            {lots.accept(count)}
          </Button>
        )}
      </div>
      <details>
        <summary>{lots.see}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{common.label}</th>
              <th scope="col">{words.fields.unit}</th>
              <th scope="col">{words.fields.specimen}</th>
              <th scope="col">LOINC</th>
              <th scope="col" className="number">
                %
              </th>
            </tr>
          </thead>
          <tbody>
            {lot.sample.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link href={paths.row(project, row.id)}>{row.label}</Link>
                </td>
                <td>{row.unit}</td>
                <td>{row.specimen}</td>
                <td>
                  <span className="code">{row.candidate?.loinc}</span> <span lang="en">{row.candidate?.name}</span>
                </td>
                <td className="number">
                  <Confidence share={row.confidence} band={row.band} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Link
          href={paths.rows(
            project,
            `?level=${lot.level}&band=auto&state=proposed&specialty=${encodeURIComponent(lot.specialty)}&sort=confidence`,
          )}
        >
          {lots.seeAll}
        </Link>
      </details>
      {asking && (
        <Dialog title={lots.confirm} onClose={() => setAsking(false)}>
          <p>
            <strong>{name}</strong>
          </p>
          <p>{lots.confirmText(count)}</p>
          <Precision lot={lot} long />
          <div className="buttons">
            <Button tone="primary" busy={accepting.isPending} onClick={accept} autoFocus>
              {lots.accept(count)}
            </Button>
            <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
          </div>
        </Dialog>
      )}
    </li>
  );
}
