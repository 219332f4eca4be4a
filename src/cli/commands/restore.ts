import { stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { restore } from "../../workspace/restore.ts";
import { EXIT } from "../exit-codes.ts";
import { type DataOptions, withWorkspace } from "../with-workspace.ts";

/** Brings the backup `file` back into a new data folder, or an empty database; exit code. */
export async function restoreFrom(file: string, options: DataOptions): Promise<number> {
  if ((await stat(file).catch(() => undefined))?.isFile() !== true) {
    console.error(`${file} n'existe pas : donnez le fichier écrit par « transloinc backup ».`);
    return EXIT.input;
  }
  return withWorkspace(options, async (database) => {
    const rows = await restore(database, file, { id: "restore", name: userInfo().username });
    const { account = 0, project = 0, item = 0, event = 0 } = rows;
    console.log(`${file} : ${account} compte(s), ${project} projet(s), ${item} lignes, ${event} événements restaurés.`);
    return EXIT.ok;
  });
}
