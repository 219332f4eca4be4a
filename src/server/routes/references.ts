import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "@hono/zod-openapi";
import { packFolder } from "../../reference/data-folder.ts";
import { type Installed, inventory, remove } from "../../reference/store.ts";
import { logEvent } from "../../workspace/events.ts";
import { enqueueJob } from "../../workspace/jobs.ts";
import { boundedChunks, TooLarge } from "../http/bounded-body.ts";
import { refuse } from "../http/refusals.ts";
import { route } from "../http/route.ts";
import { type ReferencePayload, referenceKind } from "../jobs/reference-job.ts";
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
      const { installed } = await inventory(references.data);
      const { release } = references.current();
      const { title, version } = release.info;
      return { references: installed.map(referenceAnswer), loaded: { title, version, terms: release.size } };
    },
  }),
  route({
    method: "post",
    path: "/references",
    who: ["admin"],
    tag: "Références",
    summary:
      "Ajouter un fichier officiel (Loinc_2.NN.zip, LOINCFR_JeuDeValeurs.xlsx, Circuit de la biologie, FHIR JSON, un pack), envoyé tel quel dans le corps",
    query: z.object({
      name: z.string().min(1).max(200),
      /** What the file is and its version, when neither name nor content tells. */
      kind: z.enum(["biologie-fr", "circuit"]).optional(),
      version: z.string().min(1).max(40).optional(),
    }),
    upload: { type: "application/octet-stream", schema: z.string().openapi({ format: "binary" }) },
    answer: Started,
    status: 202,
    async handle({ services, actor, query, context }) {
      const { references, config, database } = services;
      const path = await uploadPath(references.data, query.name);
      try {
        const chunks = boundedChunks(context.req.raw, config.uploads.reference);
        await pipeline(Readable.from(chunks), createWriteStream(path, { flags: "wx" }));
      } catch (error) {
        await rm(dirname(path), { recursive: true, force: true });
        if (error instanceof TooLarge) return error.refusal();
        throw error;
      }
      const { kind, version } = query;
      const said = { ...(kind === undefined ? {} : { kind }), ...(version === undefined ? {} : { version }) };
      const payload: ReferencePayload = { path, said };
      const job = await enqueueJob(database, actor, { kind: referenceKind(references.data), payload });
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
      const { installed } = await inventory(references.data);
      if (!(await remove(references.data, params.reference))) return refuse("not-found");
      const before = installed.map(({ id }) => id);
      const after = before.filter((id) => id !== params.reference);
      await logEvent(database, actor, { kind: "reference-changed", before, after });
      await references.refresh();
      return undefined;
    },
  }),
];

function referenceAnswer({ id, facts, size, inUse }: Installed): Reference {
  const { kind, title, version, counts, added, sources, sourceHash } = facts;
  return {
    ...{ id, kind, title, version, counts, added, inUse },
    ...{ terms: counts.terms ?? 0, bytes: size, sources: [...sources], sha256: sourceHash },
  };
}

/** Where an upload goes while it comes in: a folder of its own, under its own name, which says the version of some files. */
async function uploadPath(data: string, name: string): Promise<string> {
  const folder = join(packFolder(data), `.upload-${randomUUID()}`);
  await mkdir(folder, { recursive: true });
  const plain = name.replace(/^.*[/\\]/, "").replace(/[^\p{L}\p{N}._ ()-]+/gu, "_");
  // few letters: each may take four bytes, and a name 255
  return join(folder, plain.replace(/^[. ]+/, "").slice(-60) || "reference");
}
