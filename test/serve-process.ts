/** `transloinc serve` in processes of its own: for tests that stop or kill it, and for measures. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

const running = new Set<ChildProcess>();

export type Served = {
  readonly address: string;
  readonly said: () => string;
  readonly logged: () => string;
  /** Asks it to stop, or ends it at once by `SIGKILL`; its exit code. */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** The program as its sources are, and as it was built. */
export const SOURCES = ["--import", "tsx", "src/cli/main.ts"];
export const BUILT = ["dist/cli/main.js"];

/** A server on a free port, once it says that it is ready; throws what it said when it ends before. */
export async function serve(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program: readonly string[] = SOURCES,
): Promise<Served> {
  const child = spawn(process.execPath, [...program, "serve", "--port", "0", ...args], {
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
    while (running.has(child) && !/Arrêter/.test(out)) await new Promise((resolve) => setTimeout(resolve, 20));
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
}

/** Ends what is left, so that no server outlives its test. */
export function killServers(): void {
  for (const child of running) child.kill("SIGKILL");
}
