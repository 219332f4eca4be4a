/** `transloinc serve` in processes of their own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll } from "vitest";

export type Served = {
  readonly address: string;
  readonly said: () => string;
  readonly logged: () => string;
  /** Asks it to stop; its exit code. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** Starts a server, on any free port; it is there once it says that it is ready. */
export type Serve = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<Served>;

/** Runs `program` (what Node.js is given), by default the sources. What still runs after the file's tests is killed. */
export function serverProcesses(
  program: () => readonly string[] = () => ["--import", "tsx", "src/cli/main.ts"],
): Serve {
  const running = new Set<ChildProcess>();
  afterAll(() => {
    for (const child of running) child.kill("SIGKILL");
  });
  return async (args, env = {}) => {
    const child = spawn(process.execPath, [...program(), "serve", "--port", "0", ...args], {
      env: { ...process.env, DATABASE_URL: "", ...env },
    });
    running.add(child);
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    const exit = once(child, "exit").then(([code]) => {
      running.delete(child);
      return code as number | null;
    });
    const ready = (async () => {
      while (!/Arrêter/.test(out)) await new Promise((resolve) => setTimeout(resolve, 50));
    })();
    await Promise.race([
      ready,
      exit.then((code) => {
        throw new Error(`${code} ${out}${err}`);
      }),
    ]);
    return {
      address: /prêt : (\S+)/.exec(out)![1]!,
      said: () => out,
      logged: () => err,
      stop(signal) {
        child.kill(signal);
        return exit;
      },
    };
  };
}
