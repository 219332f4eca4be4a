/** What every route may use. */
import type { Logger } from "pino";
import type { Database } from "../workspace/database.ts";
import type { Catalogues } from "./catalogues.ts";
import type { ServerConfig } from "./config.ts";
import type { ReadingThread } from "./imports/reading-thread.ts";
import type { References } from "./references.ts";
import type { OidcClient } from "./security/oidc.ts";

export type Services = {
  readonly config: ServerConfig;
  readonly database: Database;
  readonly references: References;
  readonly catalogues: Catalogues;
  readonly reading: ReadingThread;
  readonly log: Logger;
  /** The current time: tests move it. */
  readonly now: () => Date;
  /** Must be given to make the first administrator; absent when the server answers this machine only. */
  readonly setupToken?: string;
  readonly oidc?: OidcClient;
  /** Tells the job runner of this process that there is work. */
  readonly wakeJobs: () => void;
};
