/** A server from its configuration to its socket, and back. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import type { Logger } from "pino";
import { releaseOrphans } from "../workspace/jobs.ts";
import { openWorkspace } from "../workspace/open-workspace.ts";
import { buildApp } from "./app.ts";
import { keepCatalogues } from "./catalogues.ts";
import type { ServerConfig } from "./config.ts";
import { startReading } from "./imports/reading-thread.ts";
import { matchJob } from "./jobs/match-job.ts";
import { referenceJob, referenceKind } from "./jobs/reference-job.ts";
import { type JobRunner, startJobs } from "./jobs/runner.ts";
import { openServerReferences } from "./references.ts";
import { hasNoAccount } from "./security/accounts.ts";
import { oidcClient } from "./security/oidc.ts";
import { isLoopback } from "./security/same-origin.ts";
import { newToken } from "./security/tokens.ts";
import type { Services } from "./services.ts";

export type RunningServer = {
  /** Where it answers, such as `http://localhost:8787`. */
  readonly address: string;
  /** Whether nobody has an account yet. */
  readonly firstStart: boolean;
  /** What makes the first administrator needs, when others than this machine can reach the server. */
  readonly setupToken: string | undefined;
  /** Ends requests under way, jobs and the database, in this order. */
  readonly close: () => Promise<void>;
};

/** How long requests under way may take when the server closes. */
const GRACE_MS = 5000;

/**
 * Starts a server. Throws `WorkspaceError` when the data cannot be opened, `UnreadableReference` when a reference cannot
 * be read, and the system's error (`EADDRINUSE`…) when the port cannot be taken; then nothing is left open.
 */
export async function startServer(config: ServerConfig, log: Logger): Promise<RunningServer> {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { dataDir, databaseUrl } = config;
    const database = await openWorkspace({
      dataDir,
      holder: addressOf(config.host, config.port),
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    });
    closing.push(() => database.close());
    // on a server another process may be at work; a folder is ours alone
    if (database.kind === "pglite") await releaseOrphans(database);
    const references = await openServerReferences(config.references, dataDir);
    closing.push(() => references.close());
    const reading = startReading();
    closing.push(() => reading.close());
    const firstStart = await hasNoAccount(database);
    const setupToken = firstStart && !answersThisMachineOnly(config) ? newToken() : undefined;
    let jobs: JobRunner | undefined;
    const services: Services = {
      config,
      database,
      references,
      catalogues: keepCatalogues(database, reading.catalogue),
      reading,
      log,
      now: () => new Date(),
      wakeJobs: () => jobs?.wake(),
      ...(setupToken === undefined ? {} : { setupToken }),
      ...(config.oidc === undefined ? {} : { oidc: oidcClient(config.oidc) }),
    };
    const { server, port } = await listen(services);
    closing.push(() => closeServer(server));
    jobs = startJobs(services, { match: matchJob, [referenceKind(references.data)]: referenceJob });
    closing.push(jobs.close);
    const address = config.publicUrl ?? addressOf(config.host, port);
    return { address, firstStart, setupToken, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Behind a proxy a server on this machine's own address is reached by others too. */
function answersThisMachineOnly({ host, publicUrl }: ServerConfig): boolean {
  return isLoopback(host) && publicUrl === undefined;
}

function addressOf(host: string, port: number): string {
  const name = isLoopback(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function listen(services: Services): Promise<{ readonly server: ServerType; readonly port: number }> {
  const { host, port } = services.config;
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: buildApp(services).fetch, hostname: host, port }, ({ port: taken }: AddressInfo) => {
      server.removeListener("error", reject);
      resolve({ server, port: taken });
    });
    server.once("error", reject);
  });
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => (server as Server).closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    (server as Server).closeIdleConnections();
  });
}
