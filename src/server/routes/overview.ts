import { z } from "@hono/zod-openapi";
import { sectionName } from "../../engine/section-names.ts";
import { chaptersOf, dashboard, examOf } from "../../workspace/overview.ts";
import { checkAnswers } from "../answers/check-answer.ts";
import { itemRow } from "../answers/item-answer.ts";
import { codeOf, panelOf } from "../answers/panel-answer.ts";
import { checksOf } from "../checks.ts";
import { refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { Id, ItemNumber } from "../schemas/common.ts";
import { ChapterNode, Check, Dashboard, ExamView } from "../schemas/overview.ts";

const ProjectPath = z.object({ project: Id });
const READ = { method: "get", who: "signed-in", tag: "Vue d'ensemble" } as const;

export const OVERVIEW_ROUTES = [
  route({
    ...READ,
    path: "/projects/{project}/chapters",
    summary: "Les chapitres et sous-chapitres, avec ce qui reste à décider",
    params: ProjectPath,
    answer: z.object({ chapters: z.array(ChapterNode) }),
    async handle({ services: { database }, params }) {
      const chapters = await chaptersOf(database, params.project);
      return {
        chapters: chapters.map(({ item, items, undecided, subchapters }) => ({
          ...{ key: item.code, label: item.label, specialty: item.specialty, item: item.id, items, undecided },
          subchapters: subchapters.map(({ item: sub, ...counts }) => ({
            ...{ key: sub.code, label: sub.label, item: sub.id },
            ...counts,
          })),
        })),
      };
    },
  }),
  route({
    ...READ,
    path: "/projects/{project}/exams/{item}",
    summary: "Un examen : ses analyses face aux membres du panel",
    params: z.object({ project: Id, item: ItemNumber }),
    answer: ExamView,
    async handle({ services: { database, references }, params }) {
      const found = await examOf(database, params.project, params.item);
      if (found === undefined) return refuse("not-found");
      const exam = itemRow(found.exam);
      const members = found.members.map(itemRow);
      const panel = panelOf(exam, members, references.current());
      const inside = new Set(panel?.members?.map(({ loinc }) => loinc));
      return { exam, members: members.map((item) => ({ item, inPanel: inside.has(codeOf(item)) })), panel };
    },
  }),
  route({
    ...READ,
    path: "/projects/{project}/dashboard",
    summary: "Où en est la relecture",
    params: ProjectPath,
    answer: Dashboard,
    async handle({ services: { database }, params }) {
      const { bySpecialty, byPerson, byDay, confidence, ...rest } = await dashboard(database, params.project);
      return {
        ...rest,
        bySpecialty: bySpecialty.map((part) => ({ ...part, name: sectionName(part.specialty) })),
        byPerson: [...byPerson],
        byDay: [...byDay],
        confidence: [...confidence],
      };
    },
  }),
  route({
    ...READ,
    path: "/projects/{project}/checks",
    summary: "Ce que le SGL dirait de la table à son import",
    params: ProjectPath,
    answer: z.object({ checks: z.array(Check) }),
    async handle({ services, params: { project } }) {
      return { checks: await checkAnswers(services.database, project, await checksOf(services, project)) };
    },
  }),
];
