import { afterAll, vi } from "vitest";
import { buildApp } from "../src/server/app.ts";
import { keepCatalogues } from "../src/server/catalogues.ts";
import { readConfig, type ServerConfig } from "../src/server/config.ts";
import type { App } from "../src/server/http/route.ts";
import { startReading } from "../src/server/imports/reading-thread.ts";
import { matchJob } from "../src/server/jobs/match-job.ts";
import { referenceJob, referenceKind } from "../src/server/jobs/reference-job.ts";
import { type JobRunner, startJobs } from "../src/server/jobs/runner.ts";
import { openLog } from "../src/server/log.ts";
import { openServerReferences } from "../src/server/references.ts";
import { addAccount } from "../src/server/security/accounts.ts";
import { hashPassword } from "../src/server/security/passwords.ts";
import type { Services } from "../src/server/services.ts";
import { openWorkspace } from "../src/workspace/open-workspace.ts";
import type { Role } from "../src/workspace/types.ts";
import { type Client, clientOf } from "./client.ts";

export const PASSWORD = "une phrase de passe assez longue";

export type TestServer = {
  readonly app: App;
  readonly services: Services;
  /** Every line that was logged. */
  readonly logged: () => string;
  /** Moves the clock. */
  readonly wait: (seconds: number) => void;
  readonly anonymous: Client;
  /** Makes an account with these roles and signs it in. */
  readonly signIn: (roles: readonly Role[], specialties?: readonly string[]) => Promise<Client>;
};

// database, reference and matching each start a thread
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const ORIGIN = "http://localhost:8787";

/** A whole server but for its socket, over a real workspace (in memory unless a database is given); closed after the tests of the file. */
export async function testServer(
  given: Partial<ServerConfig> = {},
  more: Partial<Pick<Services, "setupToken" | "oidc">> = {},
): Promise<TestServer> {
  const options = { host: "127.0.0.1", port: 8787, dataDir: "", references: [] };
  const config = { ...(readConfig(options, {}) as ServerConfig), ...given };
  const lines: string[] = [];
  let later = 0;
  const { databaseUrl } = config;
  const database = await openWorkspace(databaseUrl === undefined ? {} : { databaseUrl });
  const references = await openServerReferences(config.references, config.dataDir);
  const reading = startReading();
  let jobs: JobRunner | undefined;
  const services: Services = {
    config,
    database,
    references,
    catalogues: keepCatalogues(database, reading.catalogue),
    reading,
    log: openLog({ write: (line) => void lines.push(line) }),
    now: () => new Date(Date.now() + later),
    wakeJobs: () => jobs?.wake(),
    ...more,
  };
  jobs = startJobs(services, { match: matchJob, [referenceKind(references.data)]: referenceJob });
  afterAll(async () => {
    await jobs?.close();
    await references.close();
    await reading.close();
    await database.close();
  });
  const app = buildApp(services);
  // one hash for all: what it costs is tested elsewhere
  const hash = hashPassword(PASSWORD, { N: 2 ** 10, r: 8, p: 1 });
  let people = 0;
  return {
    app,
    services,
    logged: () => lines.join(""),
    wait: (seconds) => {
      later += seconds * 1000;
    },
    anonymous: clientOf(app, "", "", "", ORIGIN),
    async signIn(roles, specialties = []) {
      const login = `personne-${++people}`;
      const name = `Personne ${people}`;
      await addAccount(database, { login, name, roles, specialties, passwordHash: await hash });
      const answer = await clientOf(app, "", "", "", ORIGIN).send("POST", "/api/session", {
        login,
        password: PASSWORD,
      });
      const { id, csrf } = (await answer.json()) as { id: string; csrf: string };
      return clientOf(app, id, answer.headers.get("set-cookie")!.split(";")[0]!, csrf, ORIGIN);
    },
  };
}
