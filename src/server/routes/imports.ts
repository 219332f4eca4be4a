import { z } from "@hono/zod-openapi";
import type { InputFile } from "../../catalogue/table.ts";
import { createProject, type Imported } from "../../workspace/create-project.ts";
import { dropStagedImport, restageImport, stagedImport, stageImport } from "../../workspace/import-staging.ts";
import { currentJob } from "../../workspace/jobs.ts";
import { planReimport, reimport } from "../../workspace/reimport.ts";
import { diffAnswer } from "../answers/diff-answer.ts";
import { isRefusal, refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { uploadedFiles } from "../imports/uploaded-files.ts";
import { Id } from "../schemas/common.ts";
import { ImportCommit, ImportCorrection, ImportDiff, ImportPreview } from "../schemas/imports.ts";
import { Started } from "../schemas/jobs.ts";
import type { Services } from "../services.ts";

const ImportPath = z.object({ import: Id });
const MANAGERS = { who: ["manager"], tag: "Imports" } as const;
const GONE = "Cet import n'existe plus : envoyez les fichiers de nouveau.";

export const IMPORT_ROUTES = [
  route({
    ...MANAGERS,
    method: "post",
    path: "/imports",
    summary: "Montrer ce que des fichiers (CSV ou classeur) apporteraient ; rien n'est importé",
    upload: {
      type: "multipart/form-data",
      schema: z.object({ files: z.array(z.string().openapi({ format: "binary" })) }),
    },
    answer: ImportPreview,
    status: 201,
    async handle({ services, actor, context }) {
      const files = await uploadedFiles(context.req.raw, services.config.uploads.catalogue);
      if (isRefusal(files)) return files;
      return preview(services, await stageImport(services.database, actor, files));
    },
  }),
  route({
    ...MANAGERS,
    method: "get",
    path: "/imports/{import}",
    summary: "Un import en attente",
    params: ImportPath,
    answer: ImportPreview,
    handle: ({ services, params }) => preview(services, params.import),
  }),
  route({
    ...MANAGERS,
    method: "patch",
    path: "/imports/{import}",
    summary: "Corriger ce qui a été deviné : nature du fichier, encodage, ligne de titres, colonnes",
    params: ImportPath,
    body: ImportCorrection,
    answer: ImportPreview,
    async handle({ services, params, body }) {
      const staged = await stagedImport(services.database, params.import);
      if (staged === undefined) return refuse("not-found", { message: GONE });
      const files = staged.files.map((file, i) => {
        const correction = body.files.find(({ id }) => id === String(i));
        return correction === undefined ? file : corrected(file, correction);
      });
      await restageImport(services.database, params.import, files);
      return preview(services, params.import);
    },
  }),
  route({
    ...MANAGERS,
    method: "get",
    path: "/imports/{import}/diff",
    summary: "Ce que l'import changerait dans un projet : lignes ajoutées, retirées, changées",
    params: ImportPath,
    query: z.object({ project: Id }),
    answer: ImportDiff,
    async handle({ services, params, query }) {
      const staged = await stagedImport(services.database, params.import);
      if (staged === undefined) return refuse("not-found", { message: GONE });
      const diff = await planReimport(services.database, query.project, staged.files, services.reading.rows);
      return isRefusal(diff) ? diff : diffAnswer(diff);
    },
  }),
  route({
    ...MANAGERS,
    method: "post",
    path: "/imports/{import}/commit",
    summary: "Importer, dans un nouveau projet ou dans un projet existant, puis lancer le transcodage",
    params: ImportPath,
    body: ImportCommit,
    answer: Started,
    status: 202,
    async handle({ services, actor, params, body }) {
      const { database, references, reading } = services;
      const staged = await stagedImport(database, params.import);
      if (staged === undefined) return refuse("not-found", { message: GONE });
      const { files } = staged;
      const { versions } = references.current();
      const options = { read: reading.rows, staged: params.import };
      if ("project" in body && (await currentJob(database, body.project)) !== undefined) return refuse("busy");
      const done =
        "project" in body
          ? await reimport(database, actor, body.project, files, options)
          : await createProject(database, actor, { ...body, files, references: versions }, options);
      if (isRefusal(done)) return done;
      services.wakeJobs();
      return { job: done.job!, project: "project" in body ? body.project : (done as Imported).project.id };
    },
  }),
  route({
    ...MANAGERS,
    method: "delete",
    path: "/imports/{import}",
    summary: "Abandonner un import",
    params: ImportPath,
    async handle({ services, params }) {
      return (await dropStagedImport(services.database, params.import))
        ? undefined
        : refuse("not-found", { message: GONE });
    },
  }),
];

async function preview({ database, reading }: Services, id: string) {
  const staged = await stagedImport(database, id);
  return staged === undefined ? refuse("not-found", { message: GONE }) : reading.preview(staged);
}

function corrected(file: InputFile, correction: z.output<typeof ImportCorrection>["files"][number]): InputFile {
  const { kind = file.kind, encoding = file.encoding } = correction;
  const { header = file.reading?.header, columns = file.reading?.columns } = correction;
  const reading = { ...(header === undefined ? {} : { header }), ...(columns === undefined ? {} : { columns }) };
  return {
    name: file.name,
    bytes: file.bytes,
    ...(kind === undefined ? {} : { kind }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(Object.keys(reading).length === 0 ? {} : { reading }),
  };
}
