/** The first rows of a lot, least sure first, and the way to all of them. */
import type { Lot } from "../../api/types.ts";
import { Confidence } from "../../components/confidence.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

export function LotSample({ project, lot }: { project: string; lot: Lot }) {
  const { lots, words, common } = useMessages();
  return (
    <>
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
    </>
  );
}
