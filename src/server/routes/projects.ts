import { z } from "@hono/zod-openapi";
import { currentJob, enqueueJob } from "../../workspace/jobs.ts";
import { changeSettings, getProject, listProjects, stateCounts } from "../../workspace/projects.ts";
import { projectAnswer } from "../answers/project-answer.ts";
import { isRefusal, refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Id } from "../schemas/common.ts";
import { Started } from "../schemas/jobs.ts";
import { Project, ProjectChange } from "../schemas/projects.ts";

export const PROJECT_ROUTES = [
  route({
    method: "get",
    path: "/projects",
    who: "signed-in",
    tag: "Projets",
    summary: "Les projets, par laboratoire",
    answer: z.object({ projects: z.array(Project) }),
    async handle({ services: { database } }) {
      const counts = await stateCounts(database);
      const projects = await listProjects(database);
      return { projects: await Promise.all(projects.map((project) => projectAnswer(database, project, counts))) };
    },
  }),
  route({
    method: "get",
    path: "/projects/{project}",
    who: "signed-in",
    tag: "Projets",
    summary: "Un projet",
    params: z.object({ project: Id }),
    answer: Project,
    async handle({ services: { database }, params }) {
      const project = await getProject(database, params.project);
      return projectAnswer(database, project!, await stateCounts(database, params.project));
    },
  }),
  route({
    method: "patch",
    path: "/projects/{project}",
    who: ["manager"],
    tag: "Projets",
    summary: "Changer les réglages d'un projet : quelles décisions une seconde personne relit",
    params: z.object({ project: Id }),
    body: ProjectChange,
    answer: Project,
    async handle({ services: { database }, actor, params, body }) {
      const changed = await changeSettings(database, actor, params.project, body);
      if (isRefusal(changed)) return changed;
      return projectAnswer(database, changed, await stateCounts(database, changed.id));
    },
  }),
  route({
    method: "post",
    path: "/projects/{project}/match",
    who: ["manager"],
    tag: "Projets",
    summary: "Proposer de nouveau, avec les références chargées ; une décision que la référence dément est rouverte",
    params: z.object({ project: Id }),
    answer: Started,
    status: 202,
    async handle({ services: { database, wakeJobs }, actor, params: { project } }) {
      if ((await currentJob(database, project)) !== undefined) return refuse("busy");
      const job = await enqueueJob(database, actor, { kind: "match", project, payload: {} });
      wakeJobs();
      return { job, project };
    },
  }),
];
