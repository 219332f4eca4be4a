import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "./en/messages.ts";
import { fr } from "./fr/messages.ts";

/** Every path to a word: `rows.search`, `row.reasons.local.0`… */
function paths(value: unknown, at = ""): string[] {
  if (typeof value !== "object" || value === null) return [`${at} ${typeof value}`];
  return Object.entries(value).flatMap(([name, inner]) => paths(inner, at === "" ? name : `${at}.${name}`));
}

/** Where a language may have fewer words: LOINC's values that English needs no word for, fields that have no other name. */
const OPEN = /^axisValues\./;

describe("the two dictionaries", () => {
  it("have the same words", () => {
    const closed = (all: string[]): string[] => all.filter((path) => !OPEN.test(path)).sort();
    expect(closed(paths(en))).toEqual(closed(paths(fr)));
  });

  it("have no empty word", () => {
    const empty = (value: unknown, at: string): string[] =>
      value === ""
        ? [at]
        : typeof value === "object" && value !== null
          ? Object.entries(value).flatMap(([name, inner]) => empty(inner, `${at}.${name}`))
          : [];
    const meant = /\.(status\.(ACTIVE)?|kindHelp\.loinc)$/;
    for (const dictionary of [fr, en]) expect(empty(dictionary, "").filter((path) => !meant.test(path))).toEqual([]);
  });

  it("put a space before the French marks that want one", () => {
    expect(JSON.stringify(fr).match(/[\p{L}»][?!;]/gu) ?? []).toEqual([]);
  });

  it("have no word that nothing says", () => {
    const said = sources();
    const unsaid = Object.entries(fr).flatMap(([section, words]) =>
      Object.keys(words)
        .filter((name) => !new RegExp(`\\.${name}\\b`).test(said))
        .map((name) => `${section}.${name}`),
    );
    expect(unsaid).toEqual([]);
  });
});

/** All that is not the dictionaries themselves. */
function sources(): string {
  const web = new URL("..", import.meta.url).pathname;
  const files = readdirSync(web, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("i18n/"))
    .map((file) => readFileSync(join(web, file), "utf8"))
    .join("\n");
}

describe("counted words", () => {
  it.each([
    [0, "0 ligne"],
    [1, "1 ligne"],
    [2, "2 lignes"],
  ])("French of %i", (n, text) => expect(fr.rows.count(n)).toBe(text));

  it.each([
    [0, "0 rows"],
    [1, "1 row"],
    [2, "2 rows"],
  ])("English of %i", (n, text) => expect(en.rows.count(n)).toBe(text));
});
