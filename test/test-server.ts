import { randomUUID } from "node:crypto";
import { afterAll, vi } from "vitest";
import { buildApp } from "../src/server/app.ts";
import { keepCatalogues } from "../src/server/catalogues.ts";
import { readConfig, type ServerConfig } from "../src/server/config.ts";
import type { App } from "../src/server/http/route.ts";
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

export const PASSWORD = "une phrase de passe assez longue";

/** Answers of one person: keeps the cookie and the CSRF token as the page does. */
export type Client = {
  readonly id: string;
  readonly get: (path: string) => Promise<Response>;
  readonly send: (method: string, path: string, body?: unknown) => Promise<Response>;
  /** As `send`, with headers and body as they are given. */
  readonly raw: (method: string, path: string, init?: RequestInit) => Promise<Response>;
};

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
  let jobs: JobRunner | undefined;
  const services: Services = {
    config,
    database,
    references,
    catalogues: keepCatalogues(database),
    log: openLog({ write: (line) => void lines.push(line) }),
    now: () => new Date(Date.now() + later),
    wakeJobs: () => jobs?.wake(),
    ...more,
  };
  jobs = startJobs(services, { match: matchJob, [referenceKind(references.data)]: referenceJob });
  afterAll(async () => {
    await jobs?.close();
    await references.close();
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
    anonymous: clientOf(app, "", "", ""),
    async signIn(roles, specialties = []) {
      const login = `personne-${++people}`;
      const name = `Personne ${people}`;
      await addAccount(database, { login, name, roles, specialties, passwordHash: await hash });
      const answer = await clientOf(app, "", "", "").send("POST", "/api/session", { login, password: PASSWORD });
      const { id, csrf } = (await answer.json()) as { id: string; csrf: string };
      return clientOf(app, id, answer.headers.get("set-cookie")!.split(";")[0]!, csrf);
    },
  };
}

type Asked = { readonly request: (url: string, init: RequestInit) => Response | Promise<Response> };

function clientOf(app: Asked, id: string, cookie: string, csrf: string, origin = ORIGIN): Client {
  const raw = async (method: string, path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers({ Origin: origin, "X-CSRF-Token": csrf, ...(cookie ? { Cookie: cookie } : {}) });
    for (const [name, value] of Object.entries(init.headers ?? {})) headers.set(name, value as string);
    return app.request(`${origin}${path}`, { ...init, method, headers });
  };
  return {
    id,
    raw,
    get: (path) => raw("GET", path),
    send: (method, path, body) =>
      raw(method, path, {
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        headers: { "Content-Type": "application/json" },
      }),
  };
}

/** Uploads `files` and imports them into a new project; waits until it has its proposals. */
export async function importProject(client: Client, files: readonly TestFile[], name = "Catalogue"): Promise<string> {
  const laboratory = await json<{ id: string }>(
    client.send("POST", "/api/laboratories", { name: `Laboratoire ${randomUUID()}` }),
  );
  const { id } = await json<{ id: string }>(upload(client, files));
  const commit = client.send("POST", `/api/imports/${id}/commit`, { laboratory: laboratory.id, name });
  const { job, project } = await json<{ job: string; project: string }>(commit);
  await jobDone(client, job);
  return project;
}

export type TestFile = { readonly name: string; readonly bytes: Uint8Array };

export function upload(client: Client, files: readonly TestFile[]): Promise<Response> {
  const body = new FormData();
  for (const { name, bytes } of files) body.append("files", new Blob([Buffer.from(bytes)]), name);
  return client.raw("POST", "/api/imports", { body });
}

/** The events of a job until its last one. */
export async function jobDone(client: Client, job: string): Promise<string> {
  const events = await (await client.get(`/api/jobs/${job}/events`)).text();
  if (!/^event: done$/m.test(events)) throw new Error(events);
  return events;
}

/** What an answer holds, when it is a good one. */
export async function json<T>(asked: Promise<Response>): Promise<T> {
  const answer = await asked;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text) as T;
}

/** A client of a server behind a socket. */
export type RemoteClient = Client & {
  /** The same person at another server of the same database. */
  readonly at: (address: string) => RemoteClient;
};

/** Signs in at `address` by the given request, which answers a session and its cookie. */
export async function remoteClient(
  address: string,
  method: string,
  path: string,
  body: unknown,
): Promise<RemoteClient> {
  const headers = { "Content-Type": "application/json", Origin: address };
  const answer = await fetch(`${address}${path}`, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  const { id, csrf } = (await answer.json()) as { id: string; csrf: string };
  const cookie = answer.headers.get("set-cookie")!.split(";")[0]!;
  const remote = (where: string): RemoteClient => {
    const app = { request: (url: string, init: RequestInit) => fetch(url, init) };
    return { ...clientOf(app, id, cookie, csrf, where), at: remote };
  };
  return remote(address);
}
