/** `transloinc serve` in processes of their own, for a file of tests. */
import { afterAll } from "vitest";
import { killServers, type Served, SOURCES, serve } from "./serve-process.ts";

/** Starts a server, on any free port; it is there once it says that it is ready. */
export type Serve = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Served>;

/** Runs `program` (what Node.js is given), by default the sources. What still runs after the file's tests is killed. */
export function serverProcesses(program: () => readonly string[] = () => SOURCES): Serve {
  afterAll(killServers);
  return (args, env = {}) => serve(args, env, program());
}
