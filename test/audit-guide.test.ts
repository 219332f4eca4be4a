/** The pages on audit and diff keep up with the program. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { RULES } from "../src/audit/finding.ts";

const page = readFileSync("docs/guide/auditer-une-table.md", "utf8");
const commands = readFileSync("src/cli/audit-commands.ts", "utf8");
const all = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map((match) => match[1]!);

it.each([...RULES])("tells the rule %s", (rule) => expect(page).toContain(`\n| \`${rule}\` |`));

it("tells every message of reading a table, and no other", () => {
  const sources = readdirSync("src/tables")
    .filter((name) => /(?<!\.test)\.ts$/.test(name))
    .map((name) => readFileSync(`src/tables/${name}`, "utf8"));
  const codes = sources.flatMap((text) =>
    all(
      /(?:errorAt|warningAt)\(\s*\{[^}]*\},\s*"([a-z-]+)"|refuse\(\s*"([a-z-]+)"/g,
      text.replace(/refuse\(/g, "errorAt({ file }, "),
    ),
  );
  const section = page.slice(page.indexOf("## Les messages de lecture"));
  expect(all(/^\| `([a-z-]+)` \|/gm, section).sort()).toEqual([...new Set(codes)].sort());
});

it("tells every option", () => {
  const names = [...all(/"--([a-z-]+) </g, commands), ...all(/: "([a-z-]+)",$/gm, commands)];
  expect(names.length).toBeGreaterThan(16);
  for (const name of names.filter((one) => one !== "out")) expect(page).toContain(`--${name}`);
});
