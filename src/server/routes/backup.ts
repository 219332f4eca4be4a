import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { backup } from "../../workspace/backup.ts";
import { attachment } from "../http/attachment.ts";
import { route } from "../http/route.ts";

export const BACKUP_ROUTES = [
  route({
    method: "get",
    path: "/backup",
    who: ["admin"],
    tag: "Serveur",
    summary: "Télécharger une sauvegarde de tout l'atelier (à restaurer par « transloinc restore »)",
    answers: "application/gzip",
    async handle({ services: { config, database, now } }) {
      await mkdir(config.dataDir, { recursive: true });
      const path = join(config.dataDir, `.backup-${randomUUID()}`);
      await backup(database, path);
      const file = createReadStream(path);
      file.once("close", () => void rm(path, { force: true }));
      const name = `transloinc-${now().toISOString().slice(0, 10)}.backup.gz`;
      return attachment(name, "application/gzip", Readable.toWeb(file) as ReadableStream);
    },
  }),
];
