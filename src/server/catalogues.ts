/** Catalogues of projects as they were read, the last few of them: reading thousands of rows again takes its time. */
import type { Catalogue } from "../catalogue/types.ts";
import type { Database } from "../workspace/database.ts";
import { getProject } from "../workspace/projects.ts";
import { latestFiles } from "../workspace/source-files.ts";
import type { ReadingThread } from "./imports/reading-thread.ts";

const KEPT = 3;

export type Catalogues = {
  /** The latest catalogue of a project; `undefined` when there is no such project. */
  readonly of: (project: string) => Promise<Catalogue | undefined>;
};

/** Keeps what `read` makes of the files in `db`. */
export function keepCatalogues(db: Database, read: ReadingThread["catalogue"]): Catalogues {
  const kept = new Map<string, Promise<Catalogue | undefined>>();
  return {
    async of(id) {
      const project = await getProject(db, id);
      if (project === undefined) return undefined;
      // another process may have imported a new version
      const key = `${id} ${project.catalogueVersion}`;
      const found = kept.get(key) ?? latestFiles(db, id).then((files) => files && read(files));
      kept.delete(key);
      kept.set(key, found);
      for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
      found.catch(() => kept.delete(key));
      return found;
    },
  };
}
