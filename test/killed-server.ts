/** A server that is killed and started again over the same data. */

import type { Database } from "../src/workspace/database.ts";
import { openWorkspace } from "../src/workspace/open-workspace.ts";
import { json, type RemoteClient, remoteClient } from "./client.ts";
import { type Served, serve } from "./serve-process.ts";

const PASSWORD = "une phrase de passe";

/** Where the data are: the folder, and the address of the PostgreSQL server when there is one. */
export type Place = { readonly data: string; readonly databaseUrl?: string };

export type Killable = {
  /** The clients of these people at the server that runs now. */
  readonly people: () => { readonly manager: RemoteClient; readonly biologist: RemoteClient };
  readonly served: () => Served;
  /** Kills it, does `meanwhile` while it is down, and starts it again. */
  readonly kill: (meanwhile?: (open: () => Promise<Database>) => Promise<void>) => Promise<void>;
  /** Begins `action` and kills the server after `ms`; what the action came to when it was answered before, else `undefined`. */
  readonly killDuring: <T>(ms: number, action: () => Promise<T>) => Promise<T | undefined>;
  readonly stop: () => Promise<void>;
};

/** Starts the built program `main` at `place` with a manager and a biologist, who stay signed in whatever happens to it. */
export async function killableServer(main: string, place: Place): Promise<Killable> {
  const { data, databaseUrl = "" } = place;
  const start = (): Promise<Served> => serve(["--data", data], { DATABASE_URL: databaseUrl }, [main]);
  let served = await start();
  const admin = await remoteClient(served.address, "POST", "/api/setup", { login: "a", name: "A", password: PASSWORD });
  const signIn = async (login: string, roles: readonly string[]): Promise<RemoteClient> => {
    await json(admin.send("POST", "/api/users", { login, name: login, roles, password: PASSWORD }));
    return remoteClient(served.address, "POST", "/api/session", { login, password: PASSWORD });
  };
  const manager = await signIn("gestionnaire", ["manager"]);
  const biologist = await signIn("biologiste", ["biologist"]);
  const kill: Killable["kill"] = async (meanwhile) => {
    await served.stop("SIGKILL");
    await meanwhile?.(() => openWorkspace(databaseUrl === "" ? { dataDir: data } : { databaseUrl }));
    served = await start();
  };
  return {
    people: () => ({ manager: manager.at(served.address), biologist: biologist.at(served.address) }),
    served: () => served,
    kill,
    async killDuring(ms, action) {
      const answered = action().catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, ms));
      await kill();
      return answered;
    },
    stop: async () => void (await served.stop("SIGTERM")),
  };
}
