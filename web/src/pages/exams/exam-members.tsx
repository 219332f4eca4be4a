/** One exam: its analyses, and the members of the panel proposed; what is on both sides and what is on one. */
import type { ExamView } from "../../api/types.ts";
import { Icon } from "../../components/icon.tsx";
import { BandMark, StateMark } from "../../components/marks.tsx";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

export function ExamMembers({ project, view }: { project: string; view: ExamView }) {
  const { exams: words, common } = useMessages();
  const { exam, members, panel } = view;
  return (
    <>
      <header className="exam-head">
        <h2>{exam.label}</h2>
        <p>
          <span className="code soft">{exam.code}</span> <StateMark state={exam.state} /> <BandMark band={exam.band} />{" "}
          <Link href={paths.row(project, exam.id)}>{words.open}</Link>
        </p>
      </header>
      <div className="against">
        <section aria-label={words.members}>
          <h3>
            {words.members} ({members.length})
          </h3>
          <table>
            <thead>
              <tr>
                <th scope="col">{common.label}</th>
                <th scope="col">LOINC</th>
                {panel?.members && <th scope="col">{words.panel}</th>}
              </tr>
            </thead>
            <tbody>
              {members.map(({ item, inPanel }) => (
                <tr key={item.id}>
                  <td>
                    <StateMark state={item.state} short /> <Link href={paths.row(project, item.id)}>{item.label}</Link>{" "}
                    <span className="soft small">{item.unit}</span>
                  </td>
                  <td className="code">{item.decision?.loinc ?? item.candidate?.loinc ?? "—"}</td>
                  {panel?.members && (
                    <td>
                      <Told yes={inPanel} words={inPanel ? words.inPanel : words.notInPanel} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section aria-label={words.panel}>
          <h3>{words.panel}</h3>
          {panel === null ? (
            <p className="soft">{words.noPanel}</p>
          ) : (
            <>
              <p>
                <span className="code">{panel.loinc}</span> <span lang="en">{panel.name}</span>
              </p>
              {panel.members === null ? (
                <p className="soft">{words.unknownMembers}</p>
              ) : (
                <table>
                  <tbody>
                    {panel.members.map((member) => (
                      <tr key={member.loinc}>
                        <th scope="row">
                          <span className="code">{member.loinc}</span> <span lang="en">{member.name}</span>
                        </th>
                        <td>
                          <Told yes={member.present} words={member.present ? words.present : words.absent} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </>
          )}
        </section>
      </div>
    </>
  );
}

function Told({ yes, words }: { yes: boolean; words: string }) {
  return (
    <span className={yes ? "mark supports" : "mark assumed"}>
      <Icon name={yes ? "check" : "minus"} /> {words}
    </span>
  );
}
