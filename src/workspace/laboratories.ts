import { randomUUID } from "node:crypto";
import { type Database, DatabaseError, type Queries } from "./database.ts";
import { appendEvents, stampOf } from "./events.ts";
import { may } from "./may.ts";
import { refuse } from "./refusal.ts";
import type { Actor, Laboratory, Refusal } from "./types.ts";

const UNIQUE = "23505";

type LaboratoryRow = { readonly id: string; readonly name: string; readonly created_at: Date };

/** The new laboratory, or why there is none: its name is taken, or `actor` may not. */
export async function createLaboratory(db: Database, actor: Actor, name: string): Promise<Laboratory | Refusal> {
  if (!may(actor, "import") && !may(actor, "manage-people")) {
    return refuse("not-allowed", "Seul un gestionnaire ou un administrateur crée un laboratoire.");
  }
  const stamp = stampOf(actor);
  const laboratory: Laboratory = { id: randomUUID(), name: name.trim(), createdAt: stamp.at };
  const created = await uniquely(() =>
    db.transaction(async (queries) => {
      await queries.query("insert into laboratory (id, name, created_at) values ($1, $2, $3)", [
        laboratory.id,
        laboratory.name,
        stamp.at,
      ]);
      await appendEvents(queries, stamp, [{ kind: "laboratory-created", after: laboratory }]);
      return laboratory;
    }),
  );
  return (
    created ?? refuse("already-there", `Un laboratoire s'appelle déjà « ${laboratory.name} » : donnez un autre nom.`)
  );
}

/** All laboratories, by name. */
export async function listLaboratories(db: Queries): Promise<Laboratory[]> {
  return (await db.query<LaboratoryRow>("select * from laboratory order by name, id")).map(laboratoryOf);
}

export function laboratoryOf({ id, name, created_at }: LaboratoryRow): Laboratory {
  return { id, name, createdAt: created_at.toISOString() };
}

/** What `work` gives; `undefined` when it would have made a second row of what is there once. */
export async function uniquely<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNIQUE) return undefined;
    throw error;
  }
}
