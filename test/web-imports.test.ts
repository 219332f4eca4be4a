/** The pages take types from the server's schemas and from nothing else of the program; no code crosses, and nothing comes from elsewhere. */
import { readdirSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const WEB = new URL("../web/src", import.meta.url).pathname;
const files = readdirSync(WEB, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const ALLOWED = /^src\/(server\/schemas\/\w+|matching\/proposal)\.ts$/;
/** Rooms of the pages, innermost first: a room may import from itself and from rooms before it. */
const ROOMS = ["api", "i18n", "navigation", "components", "pages"];

type Import = { readonly types: boolean; readonly target: string };

function importsOf(file: string): Import[] {
  const text = readFileSync(join(WEB, file), "utf8");
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;"]*?from\s+"([^"]+)"/g)].map(
    ([, types, target]) => ({ types: types !== undefined, target: target! }),
  );
}

describe("what the pages import", () => {
  it("knows its files", () => expect(files.length).toBeGreaterThan(100));

  it.each(files)("%s", (file) => {
    for (const { types, target } of importsOf(file).filter(({ target: name }) => name.startsWith("."))) {
      const path = normalize(join("web/src", file, "..", target));
      if (path.startsWith("web/src/")) continue;
      expect(path, `${file} imports ${target}`).toMatch(ALLOWED);
      expect(types, `${file} imports code from ${target}`).toBe(true);
    }
  });

  it.each(files.filter((file) => file.includes("/") && !file.endsWith(".test.ts")))("%s, one way", (file) => {
    const room = ROOMS.indexOf(file.split("/")[0]!);
    for (const { target } of importsOf(file).filter(({ target: name }) => name.startsWith("."))) {
      const there = ROOMS.indexOf(normalize(join(file, "..", target)).split("/")[0]!);
      expect(there, `${file} imports ${target}`).toBeLessThanOrEqual(room);
    }
  });

  it("names no other machine, but to say where LOINC is", () => {
    const addresses = files.flatMap(
      (file) => readFileSync(join(WEB, file), "utf8").match(/https?:\/\/[^\s"'`)]+/g) ?? [],
    );
    expect([...new Set(addresses)].sort()).toEqual(
      ["http://loinc.org", "http://loinc.org/license.", "http://www.w3.org/2000/svg"].filter((one) =>
        addresses.includes(one),
      ),
    );
  });
});
