/** The rows that were signed. */
import type { ProofDocument } from "../../api/proof-document.ts";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";

export function ProofRows({ rows }: { rows: ProofDocument["rows"] }) {
  const { proof, words, common, row } = useMessages();
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" tabIndex={0} aria-label={proof.rows}>
      <table className="proof-rows">
        <thead>
          <tr>
            <th scope="col">{common.code}</th>
            <th scope="col">{common.label}</th>
            <th scope="col">{row.decision}</th>
            <th scope="col">{proof.decidedBy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={`${one.level}:${one.parent}:${one.code}`}>
              <td className="code">{one.code}</td>
              <td>
                {one.label} <span className="soft small">{words.level[one.level]}</span>
              </td>
              <td>
                {one.kind === "loinc" ? (
                  <>
                    <span className="code">{one.loinc}</span> <span lang="en">{one.name}</span>
                  </>
                ) : (
                  <>
                    {words.kinds[one.kind]} <span className="code">{one.waitingCode}</span>{" "}
                    <span className="soft">{one.reason}</span>
                  </>
                )}
              </td>
              <td>
                {one.decidedBy}, {format.date(one.decidedAt)}
                {one.secondBy !== "" && ` · ${proof.second(one.secondBy)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
