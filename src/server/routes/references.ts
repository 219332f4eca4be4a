import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "@hono/zod-openapi";
import { logEvent } from "../../workspace/events.ts";
import { enqueueJob } from "../../workspace/jobs.ts";
import { boundedChunks, TooLarge } from "../http/bounded-body.ts";
import { refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { referenceKind } from "../jobs/reference-job.ts";
import { readInfo, referenceFiles, removeReference, uploadPath } from "../references/reference-files.ts";
import { Started } from "../schemas/jobs.ts";
import { Reference } from "../schemas/loinc.ts";

export const REFERENCE_ROUTES = [
  route({
    method: "get",
    path: "/references",
    who: "signed-in",
    tag: "Références",
    summary: "Les références LOINC chargées",
    answer: z.object({
      references: z.array(Reference),
      loaded: z.object({ title: z.string(), version: z.string(), terms: z.number().int() }),
    }),
    async handle({ services: { references } }) {
      const { release } = references.current();
      const files = await referenceFiles(references.folder);
      const listed = await Promise.all(
        files.map(async ({ id, path, bytes }) => {
          const { title, version, terms } = await readInfo(path);
          return { id, title, version, terms, bytes };
        }),
      );
      const { title, version } = release.info;
      return { references: listed, loaded: { title, version, terms: release.size } };
    },
  }),
  route({
    method: "post",
    path: "/references",
    who: ["admin"],
    tag: "Références",
    summary: "Ajouter une référence (Loinc_2.NN.zip, Loinc.csv ou un pack), envoyée telle quelle dans le corps",
    query: z.object({ name: z.string().min(1).max(200) }),
    upload: { type: "application/octet-stream", schema: z.string().openapi({ format: "binary" }) },
    answer: Started,
    status: 202,
    async handle({ services, actor, query, context }) {
      const { references, config, database } = services;
      const path = await uploadPath(references.folder, randomUUID());
      try {
        const chunks = boundedChunks(context.req.raw, config.uploads.reference);
        await pipeline(Readable.from(chunks), createWriteStream(path, { flags: "wx" }));
      } catch (error) {
        await rm(path, { force: true });
        if (error instanceof TooLarge) return error.refusal();
        throw error;
      }
      const payload = { path, name: basename(query.name.replaceAll("\\", "/")) };
      const job = await enqueueJob(database, actor, { kind: referenceKind(references.folder), payload });
      services.wakeJobs();
      return { job, project: null };
    },
  }),
  route({
    method: "delete",
    path: "/references/{reference}",
    who: ["admin"],
    tag: "Références",
    summary: "Retirer une référence ; les décisions prises avec elle restent",
    params: z.object({ reference: z.string().max(200) }),
    async handle({ services: { references, database }, actor, params }) {
      const files = await referenceFiles(references.folder);
      if (!(await removeReference(references.folder, params.reference))) return refuse("not-found");
      await logEvent(database, actor, {
        kind: "reference-changed",
        before: files.map(({ id }) => id),
        after: files.map(({ id }) => id).filter((id) => id !== params.reference),
      });
      await references.refresh();
      return undefined;
    },
  }),
];
