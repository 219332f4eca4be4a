/** Every project with how far it is. */
import { useProjects } from "../../api/projects.ts";
import { useRole } from "../../api/session.ts";
import type { Project } from "../../api/types.ts";
import { StateBar } from "../../components/charts/state-bar.tsx";
import { Icon } from "../../components/icon.tsx";
import { Page } from "../../components/page.tsx";
import { Loaded } from "../../components/query-state.tsx";
import { useFormat } from "../../i18n/format.ts";
import { useMessages } from "../../i18n/language.tsx";
import { Link } from "../../navigation/link.tsx";
import { paths } from "../../navigation/paths.ts";

export function ProjectsPage() {
  const { projects: words } = useMessages();
  const projects = useProjects();
  const manages = useRole("manager");
  const administers = useRole("admin");
  const add = manages && (
    <Link className="button primary" href={paths.newProject}>
      <Icon name="upload" /> {words.import}
    </Link>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={add}>
      <Loaded query={projects}>
        {(list) =>
          list.length === 0 ? (
            <div className="card empty">
              <p>
                <strong>{words.none}</strong>
              </p>
              <p className="soft">{manages ? words.noneManager : administers ? words.noneAdmin : words.noneReader}</p>
              {!manages && administers && (
                <Link className="button primary" href={paths.admin("utilisateurs")}>
                  {words.toAccounts}
                </Link>
              )}
            </div>
          ) : (
            <ul className="project-list">
              {list.map((project) => (
                <ProjectCard key={project.id} project={project} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function ProjectCard({ project }: { project: Project }) {
  const { projects: words } = useMessages();
  const format = useFormat();
  const { states } = project;
  const decided = states.decided + states["second-read"];
  return (
    <li className="card project-card">
      <h2>
        <Link href={paths.project(project.id)}>{project.name}</Link>
      </h2>
      <p>{project.laboratory.name}</p>
      <p className="soft small">
        {words.created} {format.date(project.createdAt)}
        {project.references.map(({ title, version }) => ` · ${title} ${version}`)}
      </p>
      {project.job !== null ? (
        <p className="soft">
          <Icon name="clock" /> {words.matching}
        </p>
      ) : (
        <StateBar
          label={project.name}
          states={states}
          legend={`${format.number(states.signed)} ${words.signed} · ${format.number(decided)} ${words.decided} · ${format.number(project.items - states.signed - decided)} ${words.open}`}
        />
      )}
    </li>
  );
}
