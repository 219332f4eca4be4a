/** The proofs that sign-offs left. */
import { proofFile, useProofs } from "../../api/signoff.ts";
import { Loaded } from "../../components/query-state.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

export function Proofs({ project }: { project: string }) {
  const { signoff: words } = useMessages();
  const format = useFormat();
  const query = useProofs(project);
  return (
    <section className="card">
      <h2>{words.proofs}</h2>
      <Loaded query={query}>
        {(proofs) =>
          proofs.length === 0 ? (
            <p className="soft">{words.noProofs}</p>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.part}</th>
                  <th scope="col">{words.who}</th>
                  <th scope="col">{words.when}</th>
                  <th scope="col" className="number">
                    {words.rows}
                  </th>
                  <th scope="col">{words.hash}</th>
                  <th scope="col">{words.open}</th>
                </tr>
              </thead>
              <tbody>
                {proofs.map((proof) => (
                  <tr key={proof.id}>
                    <th scope="row">{proof.name}</th>
                    <td>{proof.by.name}</td>
                    <td>{format.moment(proof.at)}</td>
                    <td className="number">{format.number(proof.rows)}</td>
                    <td className="code hash" title={proof.hash}>
                      {proof.hash.slice(0, 16)}…
                    </td>
                    <td>
                      <Link href={paths.proof(project, proof.id)} aria-label={words.openProof(proof.name)}>
                        {words.open}
                      </Link>{" "}
                      ·{" "}
                      <a href={proofFile(project, proof.id, "json")} download>
                        {words.json}
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}
