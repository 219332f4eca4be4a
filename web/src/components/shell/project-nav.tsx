/** The parts of a project, in the order of the work. */
import { useRole } from "../../api/session.ts";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { usePath } from "../../navigation/location.ts";
import { paths } from "../../navigation/paths.ts";

export function ProjectNav({ project }: { project: string }) {
  const { shell } = useMessages();
  const here = usePath();
  const manages = useRole("manager", "admin");
  const parts = [
    [paths.project(project), shell.dashboard],
    [paths.lots(project), shell.lots],
    [paths.rows(project), shell.rows],
    [paths.exams(project), shell.exams],
    [paths.chapters(project), shell.chapters],
    [paths.requests(project), shell.requests],
    [paths.signoff(project), shell.signoff],
    [paths.exports(project), shell.export],
    ...(manages ? [[paths.reimport(project), shell.reimport] as const] : []),
  ] as const;
  return (
    <nav className="project-nav" aria-label={shell.main}>
      {parts.map(([href, name]) => (
        <Link key={href} href={href} aria-current={here === href ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
