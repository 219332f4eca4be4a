import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAtomically } from "./write-atomically.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "write-"));
});
afterEach(() => rm(folder, { recursive: true }));

const files = (content: string) => ["a.csv", "b.csv"].map((name) => ({ name, bytes: Buffer.from(content) }));
const read = (name: string): Promise<string> => readFile(join(folder, name), "utf8");

describe("writing files together", () => {
  it("makes the folder, writes them, leaves nothing else", async () => {
    const deeper = join(folder, "2026", "retour");
    await writeAtomically(deeper, files("neuf"));
    expect((await readdir(deeper)).sort()).toEqual(["a.csv", "b.csv"]);
    expect(await readFile(join(deeper, "a.csv"), "utf8")).toBe("neuf");
  });

  it("writes pieces one after the other", async () => {
    const bytes = ["début,", "é,", "", "fin"].map((text) => Buffer.from(text));
    await writeAtomically(folder, [{ name: "a.csv", bytes }]);
    expect(await read("a.csv")).toBe("début,é,fin");
  });

  it("replaces what was there, and nothing beside it", async () => {
    await writeFile(join(folder, "a.csv"), "ancien");
    await writeFile(join(folder, "autre.csv"), "autre");
    await writeAtomically(folder, files("neuf"));
    expect((await readdir(folder)).sort()).toEqual(["a.csv", "autre.csv", "b.csv"]);
    expect([await read("a.csv"), await read("autre.csv")]).toEqual(["neuf", "autre"]);
  });

  it("puts everything back when one file cannot be replaced", async () => {
    await writeFile(join(folder, "a.csv"), "ancien");
    await mkdir(join(folder, "c.csv"));
    await expect(
      writeAtomically(folder, [...files("neuf"), { name: "c.csv", bytes: Buffer.from("neuf") }]),
    ).rejects.toThrow();
    expect((await readdir(folder)).sort()).toEqual(["a.csv", "c.csv"]);
    expect(await read("a.csv")).toBe("ancien");
  });

  it("changes nothing when it is aborted before or while it writes", async () => {
    await writeFile(join(folder, "a.csv"), "ancien");
    await expect(writeAtomically(folder, files("neuf"), AbortSignal.abort())).rejects.toThrow();
    const abort = new AbortController();
    const writing = writeAtomically(folder, files("neuf".repeat(1_000_000)), abort.signal);
    abort.abort(new Error("interrompu"));
    await expect(writing).rejects.toThrow("interrompu");
    expect(await readdir(folder)).toEqual(["a.csv"]);
    expect(await read("a.csv")).toBe("ancien");
  });

  it("refuses names that are paths, empty, or twice the same", async () => {
    for (const names of [["../a.csv"], ["x/a.csv"], ["x\\a.csv"], [""], [".."], ["a.csv", "a.csv"]]) {
      const wrong = names.map((name) => ({ name, bytes: new Uint8Array() }));
      await expect(writeAtomically(folder, wrong)).rejects.toThrow(RangeError);
    }
    expect(await readdir(folder)).toEqual([]);
  });
});
