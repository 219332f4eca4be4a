/** The server as people run it: processes, sockets, a database that two of them share. */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { largeFiles } from "../bench/large-catalogue.ts";
import type { ItemPage } from "../src/server/schemas/items.ts";
import { openWorkspace } from "../src/workspace/open-workspace.ts";
import { importProject, jobDone, json, type RemoteClient, remoteClient, upload } from "./client.ts";
import { postgresServer } from "./databases.ts";
import { exampleFiles } from "./review.ts";
import { runCli } from "./run-cli.ts";
import { serverProcesses } from "./served.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
const STARTING = 300_000;
const FIRST = { login: "admin", name: "Première personne", password: "une phrase de passe" };
const serve = serverProcesses();

describe("one server on its folder", () => {
  it(
    "prints its address, makes its first administrator, keeps others out of the folder, and closes well",
    async () => {
      const data = join(folder.path, "données");
      const server = await serve(["--data", data]);
      expect(server.address).toMatch(/^http:\/\/localhost:\d+$/);
      expect(server.said()).toContain("Premier démarrage");
      expect(server.said()).not.toContain("Jeton");

      const client = await remoteClient(server.address, "POST", "/api/setup", FIRST);
      expect((await client.get("/api/users")).status).toBe(200);

      const other = await runCli("serve", "--port", "0", "--data", data);
      expect(other.code).toBe(5);
      expect(other.err).toContain("est déjà ouvert par");
      const backup = await runCli("backup", join(folder.path, "a.gz"), "--data", data);
      expect(backup.code).toBe(3);
      expect(backup.err).toContain("est déjà ouvert par");
      const port = new URL(server.address).port;
      const busy = await runCli("serve", "--port", port, "--data", join(folder.path, "autres"));
      expect([busy.code, busy.err]).toEqual([5, expect.stringContaining(`Le port ${port} est déjà pris`)]);

      const made = await client.send("POST", "/api/users", {
        login: "m",
        name: "M",
        roles: ["manager"],
        password: FIRST.password,
      });
      expect(made.status).toBe(201);
      const manager = await remoteClient(server.address, "POST", "/api/session", {
        login: "m",
        password: FIRST.password,
      });
      const large = await upload(manager, [{ name: "LOINC_3.csv", bytes: new Uint8Array(80 * 1024 * 1024).fill(65) }]);
      expect(large.status).toBe(413);
      expect(await large.json()).toMatchObject({ error: { message: expect.stringContaining("limite de 64 Mio") } });

      const saved = await client.get("/api/backup");
      const file = folder.write("sauvegarde.gz", Buffer.from(await saved.arrayBuffer()));
      expect(await server.stop("SIGTERM")).toBe(0);
      expect(server.said()).toContain("Transloinc est arrêté.");

      const full = await runCli("restore", file, "--data", data);
      expect([full.code, full.err]).toEqual([3, expect.stringContaining("contient déjà des données")]);
      const fresh = join(folder.path, "restauré");
      const restored = await runCli("restore", file, "--data", fresh);
      expect([restored.code, restored.out]).toEqual([0, expect.stringContaining("2 compte(s)")]);
      const again = await serve(["--data", fresh]);
      expect(again.said()).not.toContain("Premier démarrage");
      await remoteClient(again.address, "POST", "/api/session", { login: "admin", password: FIRST.password });
      expect(await again.stop("SIGINT")).toBe(0);
    },
    STARTING,
  );

  it(
    "shows a token when the whole network can reach it",
    async () => {
      const server = await serve(["--host", "0.0.0.0", "--data", join(folder.path, "réseau")]);
      const token = /Jeton d'installation[^:]*: (\S{43})/.exec(server.said())![1]!;
      const address = server.address.replace("0.0.0.0", "127.0.0.1");
      await expect(remoteClient(address, "POST", "/api/setup", FIRST)).rejects.toThrow("wrong-token");
      const client = await remoteClient(address, "POST", "/api/setup", { ...FIRST, token });
      expect((await client.get("/api/session")).status).toBe(200);
      expect(server.logged()).not.toContain(token);
      await server.stop("SIGTERM");
    },
    STARTING,
  );
});

describe("two servers on one PostgreSQL", () => {
  const postgres = postgresServer();

  it(
    "share people, jobs and conflicts",
    async () => {
      const env = { DATABASE_URL: await postgres.createDatabase() };
      const a = await serve(["--data", join(folder.path, "a")], env);
      const b = await serve(["--data", join(folder.path, "b")], env);
      const admin = await remoteClient(a.address, "POST", "/api/setup", FIRST);
      const user = { login: "m", name: "M", roles: ["manager", "biologist"], password: FIRST.password };
      await json(admin.send("POST", "/api/users", user));
      const onA: RemoteClient = await remoteClient(a.address, "POST", "/api/session", {
        login: "m",
        password: FIRST.password,
      });
      const onB = onA.at(b.address);

      // several at once: each is done once, by one of the two
      const projects = await Promise.all(
        [onA, onB, onA].map((client, i) => importProject(client, exampleFiles(), `Catalogue ${i}`)),
      );
      const runs = [a, b].flatMap((server) => [
        ...server.logged().matchAll(/"job":"match","id":"([\w-]+)","end":"done"/g),
      ]);
      expect(new Set(runs.map((run) => run[1])).size).toBe(3);
      expect(runs).toHaveLength(3);

      const at = `/api/projects/${projects[0]}`;
      const { items } = await json<ItemPage>(onB.get(`${at}/items?level=analysis&band=auto`));
      const { id, version, candidate } = items[0]!;
      const decision = { kind: "loinc", loinc: candidate!.loinc, reason: "", from: "proposal" };
      const answers = await Promise.all(
        [onA, onB].map((client) => client.send("POST", `${at}/items/${id}/decide`, { version, decision })),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);

      const guess = (address: string) =>
        remoteClient(address, "POST", "/api/session", { login: "victime", password: "x" });
      for (let i = 0; i < 10; i++) await expect(guess(a.address)).rejects.toThrow("wrong-password");
      await expect(guess(b.address)).rejects.toThrow("too-many-attempts");
      expect(await Promise.all([a.stop("SIGTERM"), b.stop("SIGTERM")])).toEqual([0, 0]);
    },
    2 * STARTING,
  );

  it(
    "hand a job over when one of them stops in the middle of it",
    async () => {
      const databaseUrl = await postgres.createDatabase();
      const env = { DATABASE_URL: databaseUrl };
      const a = await serve(["--data", join(folder.path, "c")], env);
      const admin = await remoteClient(a.address, "POST", "/api/setup", FIRST);
      await json(
        admin.send("POST", "/api/users", { login: "m", name: "M", roles: ["manager"], password: FIRST.password }),
      );
      const credentials = { login: "m", password: FIRST.password };
      const manager = await remoteClient(a.address, "POST", "/api/session", credentials);
      const { id: laboratory } = await json<{ id: string }>(manager.send("POST", "/api/laboratories", { name: "L" }));
      const { id } = await json<{ id: string }>(upload(manager, largeFiles(1500)));
      const { job } = await json<{ job: string }>(
        manager.send("POST", `/api/imports/${id}/commit`, { laboratory, name: "P" }),
      );
      const look = () => json<{ state: string; done: number }>(manager.get(`/api/jobs/${job}`));
      while ((await look()).state === "waiting") await new Promise((resolve) => setTimeout(resolve, 20));
      expect(await a.stop("SIGTERM")).toBe(0);

      const db = await openWorkspace({ databaseUrl });
      expect(await db.query("select state, worker, attempts from job")).toEqual([
        { state: "waiting", worker: null, attempts: 0 },
      ]);
      await db.close();
      const b = await serve(["--data", join(folder.path, "d")], env);
      expect(await jobDone(manager.at(b.address), job)).toContain("event: done");
      expect(await b.stop("SIGTERM")).toBe(0);
    },
    2 * STARTING,
  );
});
