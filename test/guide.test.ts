/** The guide keeps up with the program: every message, option and command is in it, and every link leads somewhere. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EXIT } from "../src/cli/exit-codes.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const GUIDE = join(ROOT, "docs/guide");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
  .filter((name) => /^(catalogue|loinc|reference|transcoding)\/.*(?<!\.test)\.ts$/.test(name))
  .map((name) => read(join("src", name)));

function found(pattern: RegExp, texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!)))].sort();
}

describe("messages.md", () => {
  const page = read("docs/guide/messages.md");
  const problems = found(/(?:errorAt|warningAt|problemAt)\(\s*(?:\{[^}]*\}|place),\s*"([a-z0-9-]+)"/g, sources);
  const checks = found(/\|\s*"([a-z-]+)"/g, [read("src/transcoding/checks.ts")]);

  it("knows where codes stand in the source", () => {
    expect(problems).toContain("too-many-rows");
    expect(checks).toContain("panel-on-analysis");
  });

  const all = [...new Set([...problems, ...checks])].sort();

  it.each(all)("tells %s", (code) => {
    expect(page).toContain(`| \`${code}\` |`);
  });

  it("tells nothing that the program does not say", () => {
    expect(found(/^\| `([a-z0-9-]+)` \|/gm, [page])).toEqual(all);
  });
});

describe("transcoder.md", () => {
  const page = read("docs/guide/transcoder.md");

  it.each(Object.values(EXIT))("tells exit code %i", (code) => {
    expect(page).toContain(`\n| ${code} |`);
  });

  it("tells the options of map", () => {
    const map = /program\.command\("map"\)[\s\S]*?\.action\(/.exec(read("src/cli/program.ts"))![0];
    for (const option of found(/"(--[a-z0-9-]+) /g, [map])) expect(page).toContain(`\`${option}`);
  });
});

it("the README tells every command", () => {
  const page = read("README.md");
  for (const command of found(/\.command\("([a-z]+)"\)/g, [read("src/cli/program.ts")]))
    expect(page).toContain(`| \`transloinc ${command} `);
});

const pages = [
  "README.md",
  ...readdirSync(GUIDE)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/guide/${name}`),
];

it.each(pages)("links of %s lead somewhere", (page) => {
  const links = found(/\]\((?!https?:)([^)#]+)[^)]*\)/g, [read(page)]);
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
});
