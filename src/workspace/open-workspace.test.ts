import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { postgresServer } from "../../test/databases.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { lockFolder } from "./folder-lock.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS } from "./migrations/migrations.ts";
import { openWorkspace } from "./open-workspace.ts";
import { openPostgres } from "./postgres-database.ts";

const folder = temporaryFolder();
const server = postgresServer();
const HOLDER = fileURLToPath(new URL("../../test/hold-workspace.ts", import.meta.url));
const LONG = 120_000;
const children: ChildProcess[] = [];
afterAll(() => children.forEach((child) => child.kill("SIGKILL")));

/** Another process that opens the folder, writes a row and keeps it open; resolves with what it said. */
function holdElsewhere(dataDir: string): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", HOLDER, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.stdout!.once("data", (data: Buffer) => resolve({ child, said: data.toString() }));
  });
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once("exit", resolve));
}

describe("a folder", () => {
  it(
    "is kept from a second process, and taken over from a dead one without loss",
    async () => {
      const dataDir = `${folder.path}/data`;
      const { child, said } = await holdElsewhere(dataDir);
      expect(said).toBe("open\n");
      const error = await openWorkspace({ dataDir }).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ name: "WorkspaceError", code: "locked" });
      expect((error as Error).message).toContain(`essai (processus ${child.pid}`);
      child.kill("SIGKILL");
      await ended(child);
      expect(existsSync(`${dataDir}/database.lock`)).toBe(true);
      const db = await openWorkspace({ dataDir });
      expect(await db.query("select key from sign_in_attempt")).toEqual([{ key: "written before the end" }]);
      await db.close();
      expect(existsSync(`${dataDir}/database.lock`)).toBe(false);
      const again = await openWorkspace({ dataDir });
      expect(await again.query("select key from sign_in_attempt")).toHaveLength(1);
      await again.close();
    },
    LONG,
  );

  it(
    "is given to one of many that find a dead process's lock at once",
    async () => {
      const dataDir = `${folder.path}/race`;
      const first = await holdElsewhere(dataDir);
      first.child.kill("SIGKILL");
      await ended(first.child);
      const said = await Promise.all([1, 2, 3, 4].map(() => holdElsewhere(dataDir)));
      expect(said.map((one) => one.said).sort()).toEqual(["locked\n", "locked\n", "locked\n", "open\n"]);
    },
    LONG,
  );
});

describe("a lock", () => {
  const lockAt = (name: string) => ({ folder: `${folder.path}/${name}`, lock: `${folder.path}/${name}.lock` });
  const rewrite = (lock: string, change: object) => {
    const content = JSON.parse(readFileSync(lock, "utf8")) as { process: object };
    writeFileSync(lock, JSON.stringify({ ...content, process: { ...content.process, ...change } }));
  };

  it("is released, also twice", () => {
    const { folder: path, lock } = lockAt("released");
    const { release } = lockFolder(path, "essai");
    expect(() => lockFolder(path, "autre")).toThrow("essai");
    release();
    release();
    expect(existsSync(lock)).toBe(false);
    lockFolder(path, "autre").release();
  });

  it("is not its own when a later process has the same number", () => {
    const { folder: path, lock } = lockAt("number");
    lockFolder(path, "essai");
    rewrite(lock, { began: "1" });
    lockFolder(path, "autre").release();
  });

  it("of another machine holds while it is touched", () => {
    const { folder: path, lock } = lockAt("machine");
    lockFolder(path, "essai");
    rewrite(lock, { host: "ailleurs", machine: "autre" });
    expect(() => lockFolder(path, "autre")).toThrow("ailleurs");
    const old = new Date(Date.now() - 60_000);
    utimesSync(lock, old, old);
    lockFolder(path, "autre").release();
  });

  it("that is being written holds for a while", () => {
    const { folder: path, lock } = lockAt("written");
    writeFileSync(lock, "");
    expect(() => lockFolder(path, "autre")).toThrow("un autre programme");
    const old = new Date(Date.now() - 60_000);
    utimesSync(lock, old, old);
    lockFolder(path, "autre").release();
  });

  it("of somebody else is not removed", () => {
    const { folder: path, lock } = lockAt("else");
    const { release } = lockFolder(path, "essai");
    writeFileSync(lock, JSON.stringify({ id: "other" }));
    release();
    expect(existsSync(lock)).toBe(true);
  });
});

describe("migrations", () => {
  it(
    "run once, whoever starts at the same time",
    async () => {
      const url = await server.createDatabase();
      const databases = [1, 2, 3].map(() => openPostgres(url));
      const ran = await Promise.all(databases.map((db) => migrate(db)));
      expect(ran.sort()).toEqual([0, 0, MIGRATIONS.length]);
      await Promise.all(databases.map((db) => db.close()));
    },
    LONG,
  );

  it(
    "go forward, all or none",
    async () => {
      const db = openPostgres(await server.createDatabase());
      await migrate(db);
      const failing = [...MIGRATIONS, "create table one (a int)", "create table two (a nothing)"];
      await expect(migrate(db, failing)).rejects.toThrow("nothing");
      await expect(db.query("select * from one")).rejects.toMatchObject({ code: "42P01" });
      expect(await migrate(db, failing.slice(0, -1))).toBe(1);
      expect(await db.query("select number from schema_migration order by number")).toEqual(
        failing.slice(1).map((_, i) => ({ number: i + 1 })),
      );
      await db.close();
    },
    LONG,
  );

  it(
    "refuse a database of a newer program",
    async () => {
      const url = await server.createDatabase();
      const db = await openWorkspace({ databaseUrl: url });
      await db.query("insert into schema_migration (number) values (999)");
      await db.close();
      await expect(openWorkspace({ databaseUrl: url })).rejects.toMatchObject({
        name: "WorkspaceError",
        code: "newer",
      });
    },
    LONG,
  );
});

describe("a server", () => {
  it("that does not answer is told apart from a bug", async () => {
    const error = await openWorkspace({ databaseUrl: "postgres://a:secret@127.0.0.1:1/x" }).catch(
      (caught: unknown) => caught,
    );
    expect(error).toMatchObject({ name: "WorkspaceError", code: "unreachable" });
    expect((error as Error).message).not.toContain("secret");
  });

  it("that refuses the password is too", async () => {
    const url = (await server.createDatabase()).replace("transloinc:transloinc", "transloinc:wrong");
    await expect(openWorkspace({ databaseUrl: url })).rejects.toMatchObject({ code: "unreachable" });
  });
});
