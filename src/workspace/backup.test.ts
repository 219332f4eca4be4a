import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { postgresServer } from "../../test/databases.ts";
import {
  aPerson,
  aProject,
  autoProposal,
  exampleFiles,
  itemOf,
  loincChoice,
  manager,
  terms,
} from "../../test/review.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { backup, TABLES } from "./backup.ts";
import type { Database } from "./database.ts";
import { decide } from "./decide.ts";
import { migrate, schemaVersion } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/migrations.ts";
import { openWorkspace } from "./open-workspace.ts";
import { openPglite } from "./pglite-database.ts";
import { storeProposals } from "./proposals.ts";
import { rebuild } from "./rebuild.ts";
import { restore } from "./restore.ts";
import { filesOf, importedFiles } from "./source-files.ts";

const folder = temporaryFolder();
const server = postgresServer();
const anne = aPerson("Anne", "biologist");
const admin = aPerson("Admin", "admin");
const OPENING = 120_000;

const kinds = {
  PGlite: () => openWorkspace({}),
  PostgreSQL: async () => openWorkspace({ databaseUrl: await server.createDatabase() }),
} as const;
type Kind = keyof typeof kinds;

/** A backup of a database of one kind with something of everything; what is in it, and the project. */
async function saved(kind: Kind, path: string): Promise<{ readonly tables: unknown; readonly project: string }> {
  const db = await kinds[kind]();
  const project = await aProject(db);
  await storeProposals(db, manager, project, [autoProposal("analysis", "GLYJ", "2345-7")]);
  const { id, version } = await itemOf(db, project, "analysis", "GLYJ");
  const reason = 'ligne\u2028séparée, "guillemets", \\ et 🧪';
  await decide(db, anne, project, [{ item: id, version, choice: loincChoice("2345-7", { reason }) }], terms);
  await db.query(
    "insert into account (id, login, login_key, name, roles, specialties) values ($1, 'Anne', 'anne', 'Anne', $2, '{}')",
    [anne.id, ["biologist"]],
  );
  await backup(db, path);
  const tables = await contents(db);
  await db.close();
  return { tables, project };
}

/** Every row of every table of a backup, as text, but for the event of restoring. */
function contents(db: Database): Promise<Record<string, unknown>> {
  return db.transaction(async (queries) => {
    await queries.script("set local time zone 'UTC'");
    const all: Record<string, unknown> = {};
    for (const { name, key } of TABLES) {
      const rows = await queries.query<{ row: string }>(
        `select row_to_json(t)::text as row from ${name} as t order by ${key}`,
      );
      all[name] = rows.map(({ row }) => row).filter((row) => !row.includes('"kind":"restored"'));
    }
    return all;
  });
}

describe.each([
  ["PGlite", "PostgreSQL"],
  ["PostgreSQL", "PGlite"],
  ["PGlite", "PGlite"],
] as const)("a backup of %s", (from, to) => {
  it(
    `is restored in ${to}, row for row`,
    async () => {
      const path = `${folder.path}/${from}-${to}.gz`;
      const { tables, project } = await saved(from, path);
      const db = await kinds[to]();
      await restore(db, path, admin);
      expect(await contents(db)).toEqual(tables);
      expect(await rebuild(db, project)).toMatchObject({ mended: [] });
      expect((await filesOf(db, importedFiles(project, 1))).map(({ bytes }) => Buffer.from(bytes))).toEqual(
        exampleFiles().map(({ bytes }) => bytes),
      );
      // Work goes on: new events get new numbers, what was proposed is known again.
      const proposals = [autoProposal("analysis", "GLYJ", "2345-7")];
      expect(await storeProposals(db, manager, project, proposals)).toMatchObject({ changed: 0, unchanged: 1 });
      const { id, version } = await itemOf(db, project, "analysis", "GLYJ");
      const { items } = await decide(db, anne, project, [{ item: id, version, choice: loincChoice("14749-6") }], terms);
      expect(items).toHaveLength(1);
      await db.close();
    },
    OPENING,
  );
});

describe("a backup of the first schema", () => {
  const path = `${folder.path}/first.gz`;
  let tables: unknown;
  beforeAll(async () => {
    const db = openPglite(undefined);
    await migrate(db, MIGRATIONS.slice(0, 1));
    const [laboratory, project, batch] = [randomUUID(), randomUUID(), randomUUID()];
    const review = JSON.stringify({ state: "decided", decision: { kind: "local", reason: "é", from: "search" } });
    await db.query("insert into laboratory (id, name, created_at) values ($1, 'Port', now())", [laboratory]);
    await db.query(
      `insert into project (id, laboratory, name, settings, reference_versions, catalogue_version, created_at)
       values ($1, $2, 'Catalogue', '{"secondReading":"none"}', '[]', 1, now())`,
      [project, laboratory],
    );
    await db.query(
      `insert into item (id, project, level, parent, code, label, chapter, subchapter, position, fields, search, version, review)
       values (7, $1, 'analysis', '', 'A', 'Créatinine', '', '', 0, '{"unit":"mg/L"}', 'creatinine a', 2, $2)`,
      [project, review],
    );
    await db.query(
      `insert into event (id, at, actor, actor_name, kind, project, item, batch, after, reason)
       values (9, now(), 'a', 'A', 'decided', $1, 7, $2, $3, '')`,
      [project, batch, review],
    );
    await backup(db, path);
    tables = await contents(db);
    await db.close();
  }, OPENING);

  it.each(Object.keys(kinds) as Kind[])(
    "is restored in %s of today, and work goes on",
    async (kind) => {
      const db = await kinds[kind]();
      await restore(db, path, admin);
      expect(await contents(db)).toEqual(tables);
      expect(await schemaVersion(db)).toBe(MIGRATIONS.length);
      expect(await db.query("select 1 from pg_namespace where nspname like '%restoring'")).toEqual([]);
      expect(await db.query("select id, state from item")).toEqual([{ id: 7, state: "decided" }]);
      expect((await itemOf(db, await aProject(db), "analysis", "GLYJ")).id).toBeGreaterThan(7);
      await expect(db.query("delete from event")).rejects.toThrow("append-only");
      await db.close();
    },
    OPENING,
  );

  it.each(Object.keys(kinds) as Kind[])(
    "goes through later migrations in %s: what they do to data is done to it",
    async (kind) => {
      const later = [
        ...MIGRATIONS,
        "alter table laboratory add column city text; update laboratory set city = name || '-sur-Mer'",
        "alter table laboratory alter column city set not null",
      ];
      const db = await kinds[kind]();
      await migrate(db, later);
      await restore(db, path, admin, later);
      expect(await db.query("select name, city from laboratory")).toEqual([{ name: "Port", city: "Port-sur-Mer" }]);
      await db.close();
    },
    OPENING,
  );
});

describe("a backup that is not whole", () => {
  const path = `${folder.path}/good.gz`;
  let lines: string[];
  let db: Database;
  beforeAll(async () => {
    await saved("PGlite", path);
    lines = gunzipSync(readFileSync(path)).toString("utf8").split("\n");
    db = await kinds.PGlite();
  }, OPENING);

  const attempt = (name: string, bytes: Uint8Array) => {
    writeFileSync(`${folder.path}/${name}`, bytes);
    return restore(db, `${folder.path}/${name}`, admin).catch((error: unknown) => error);
  };
  const zipped = (changed: readonly string[]) => gzipSync(changed.join("\n"));

  it.each([
    ["cut", () => readFileSync(path).subarray(0, 5000), "bad-backup", "coupée"],
    ["lines left out at the end", () => zipped([...lines.slice(0, 50), ""]), "bad-backup", "coupée"],
    ["a line left out", () => zipped(lines.filter((_, i) => i !== lines.length - 4)), "bad-backup", "modifié"],
    ["a changed row", () => zipped(lines.map((line) => line.replace('"Anne"', '"Anna"'))), "bad-backup", "modifié"],
    ["another file", () => Buffer.from("A;B;C"), "bad-backup", "n'est pas une sauvegarde"],
    ["another gzip", () => gzipSync("A;B;C\n"), "bad-backup", "n'est pas une sauvegarde"],
    ["a newer one", () => zipped(lines.map((line) => line.replace('"schema":', '"schema":9'))), "newer", "récente"],
    [
      "one without schema",
      () => zipped(lines.map((line) => line.replace('"schema":', '"other":'))),
      "bad-backup",
      "n'est pas",
    ],
    ["nothing", () => gzipSync(""), "bad-backup", "vide"],
    ["an unknown table", () => zipped([lines[0]!, '["secret",{}]', ""]), "bad-backup", "table inconnue"],
  ] as const)("leaves the database empty: %s", async (name, bytes, code, words) => {
    const error = await attempt(`${name}.gz`, bytes());
    expect(error).toMatchObject({ name: "WorkspaceError", code });
    expect((error as Error).message).toContain(words);
    expect(await db.query("select id from event")).toEqual([]);
    expect(await db.query("select id from account")).toEqual([]);
  });

  it("is not there", async () => {
    await expect(restore(db, `${folder.path}/none.gz`, admin)).rejects.toMatchObject({ code: "bad-backup" });
  });

  it(
    "is refused by a database that is not empty",
    async () => {
      await restore(db, path, admin);
      await expect(restore(db, path, admin)).rejects.toMatchObject({ code: "not-empty" });
      await db.close();
    },
    OPENING,
  );
});
