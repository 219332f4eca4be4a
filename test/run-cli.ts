import { vi } from "vitest";
import { buildProgram } from "../src/cli/program.ts";

export type Run = { readonly code: number; readonly out: string; readonly err: string };

/** What the command line says and returns for `args`, run in this process. */
export async function runCli(...args: readonly string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const spies = [
    vi.spyOn(console, "log").mockImplementation((text: string) => void out.push(`${text}\n`)),
    vi.spyOn(console, "error").mockImplementation((text: string) => void err.push(`${text}\n`)),
    // commander does not speak through the console
    vi.spyOn(process.stdout, "write").mockImplementation((text) => out.push(String(text)) > 0),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => err.push(String(text)) > 0),
  ];
  try {
    const code = await buildProgram().run(args);
    return { code, out: out.join(""), err: err.join("") };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
