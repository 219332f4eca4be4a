/** Ctrl-C at any moment leaves the complete set of files or the folder as it was, and nothing half-written. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, watch } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

const SMALL = "examples/tout-de-travers/13-utf8-et-bom";
const NAMES = [
  "LOINC_4_transcodage_chapitres_20261130.csv",
  "LOINC_5_transcodage_demandes_20261130.csv",
  "LOINC_6_transcodage_demandes_20261130.csv",
  "propositions.jsonl",
  "rapport.html",
  "rapport.xlsx",
];
const folder = temporaryFolder();

type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly err: string };

/** Runs `map` in a process of its own; `when` says when to interrupt it. */
function interrupted(out: string, when: (child: ChildProcess, interrupt: () => void) => void): Promise<Ended> {
  const args = ["--import", "tsx", "src/cli/main.ts", "map", SMALL, "--out", out, "--date", "20261130"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  when(child, () => child.kill("SIGINT"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, err }));
  });
}

/** Interrupts when `sign` is true of a name that appears in `out`, which is there already. */
function onFile(out: string, sign: (name: string) => boolean, times = 1) {
  return (child: ChildProcess, interrupt: () => void): void => {
    const watcher = watch(out, (_, name) => {
      if (name === null || !sign(name)) return;
      watcher.close();
      // apart, or the system makes one signal of them
      for (let i = 0; i < times; i++) setTimeout(interrupt, 2 * i);
    });
    child.once("close", () => watcher.close());
  };
}

const contents = (out: string): string[] => (existsSync(out) ? readdirSync(out).sort() : []);

function expectWholeOrNothing(out: string, { code, signal, err }: Ended): void {
  const found = contents(out);
  if (found.length === 0) {
    // before there is anything to clean up the system ends the process, which a shell tells as 130 too
    expect(code === 130 || signal === "SIGINT").toBe(true);
    if (code === 130) expect(err).toContain("rien n'a été écrit");
  } else {
    expect(found).toEqual(NAMES);
    for (const name of NAMES) expect(statSync(join(out, name)).size).toBeGreaterThan(0);
    expect(code === 0 || code === 1 || signal === "SIGINT").toBe(true);
  }
  expect(err).not.toMatch(/\n\s+at /);
}

describe("Ctrl-C", () => {
  it.each([700, 1400])("after %i ms", async (delay) => {
    const out = join(folder.path, `after-${delay}`);
    const ended = await interrupted(out, (child, interrupt) => {
      const timer = setTimeout(interrupt, delay);
      child.once("close", () => clearTimeout(timer));
    });
    expectWholeOrNothing(out, ended);
  });

  it("before anything is written ends the program at once", async () => {
    const out = join(folder.path, "at-once");
    const ended = await interrupted(out, (_, interrupt) => setTimeout(interrupt, 30));
    expect(contents(out)).toEqual([]);
    expect(ended.code === 130 || ended.signal === "SIGINT").toBe(true);
  });

  it.each([
    ["while the first file is written", (name: string) => name.endsWith(".tmp"), 1],
    ["twice while files are written", (name: string) => name.endsWith(".tmp"), 2],
    ["when the first file is in its place", (name: string) => name === NAMES[0], 1],
  ])("%s", async (title, sign, times) => {
    const out = join(folder.path, title);
    mkdirSync(out);
    expectWholeOrNothing(out, await interrupted(out, onFile(out, sign, times)));
  });

  it("keeps what an earlier run wrote, or replaces all of it", async () => {
    const out = join(folder.path, "earlier");
    for (const name of NAMES) folder.write(join("earlier", name), "ancien");
    const ended = await interrupted(
      out,
      onFile(out, (name) => name.endsWith(".tmp")),
    );
    expect(contents(out)).toEqual(NAMES);
    const old = NAMES.filter((name) => readFileSync(join(out, name), "utf8") === "ancien");
    expect([0, NAMES.length]).toContain(old.length);
    expect(old.length === 0 ? [0, 1] : [130]).toContain(ended.code);
  });
});
