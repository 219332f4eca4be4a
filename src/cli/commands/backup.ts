import { stat } from "node:fs/promises";
import { backup } from "../../workspace/backup.ts";
import { EXIT } from "../exit-codes.ts";
import { type DataOptions, withWorkspace } from "../with-workspace.ts";
import { writeFailure } from "../write-failure.ts";

/** Writes the whole workspace to `file`; exit code. */
export async function backupTo(file: string, options: DataOptions): Promise<number> {
  if (options.databaseUrl === undefined && !(await exists(options.data))) {
    console.error(`Le dossier de données ${options.data} n'existe pas : donnez le bon avec --data.`);
    return EXIT.input;
  }
  return withWorkspace(options, async (database) => {
    try {
      const rows = await backup(database, file);
      const { project = 0, item = 0, event = 0 } = rows;
      console.log(`${file} : ${project} projet(s), ${item} lignes, ${event} événements de l'historique.`);
      return EXIT.ok;
    } catch (error) {
      const failure = writeFailure(error, file, "fr");
      if (failure === undefined) throw error;
      console.error(failure);
      return EXIT.output;
    }
  });
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
