import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** The rooms, innermost first: a room may import from itself and from rooms before it. */
const ROOMS = [
  "loinc",
  "reference",
  "lexicon",
  "catalogue",
  "matching",
  "transcoding",
  "tables",
  "report",
  "audit",
  "engine",
  "workspace",
  "server",
  "evaluation",
  "cli",
];
const SOURCE = new URL("../src", import.meta.url).pathname;
/** The core reads no file and no clock: what it needs is handed to it. */
const PURE = new Set(["matching"]);

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function importsOf(file: string): string[] {
  return [...readFileSync(join(SOURCE, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    (match) => match[1]!,
  );
}

describe("imports point one way", () => {
  it("every folder is a known room", () => {
    const folders = new Set(files.filter((file) => file.includes("/")).map((file) => file.split("/")[0]!));
    expect([...folders].filter((folder) => !ROOMS.includes(folder))).toEqual([]);
  });

  it.each(files.filter((file) => file.includes("/")))("%s", (file) => {
    const room = ROOMS.indexOf(file.split("/")[0]!);
    // tests share helpers that stand in test/ and bench/
    const helper = (name: string): boolean => file.endsWith(".test.ts") && /^(\.\.\/)+(test|bench)\//.test(name);
    for (const target of importsOf(file).filter((name) => name.startsWith(".") && !helper(name))) {
      const path = normalize(join(dirname(file), target));
      const there = ROOMS.indexOf(path.split("/")[0]!);
      expect(there, `${file} imports ${target}`).toBeLessThanOrEqual(room);
      expect(there, `${file} imports ${target}`).toBeGreaterThanOrEqual(0);
    }
  });

  it.each(files.filter((file) => PURE.has(file.split("/")[0]!) && !file.endsWith(".test.ts")))("%s is pure", (file) => {
    const text = readFileSync(join(SOURCE, file), "utf8");
    expect(importsOf(file).filter((name) => name.startsWith("node:"))).toEqual([]);
    expect(text).not.toMatch(/Date\.now|new Date\(|performance\.now|Math\.random|process\./);
  });
});
