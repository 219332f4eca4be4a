import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { compiledPath, readCompiled } from "./compiled.ts";

it("is found until a table or the code changes", () => {
  const sources = temporaryFolder();
  const compiled = join(temporaryFolder().path, "compiled");
  sources.write("a.tsv", "one");
  sources.write("deep/b.js", "two");
  const read = (): string | undefined => readCompiled("made", [sources.path], compiled)?.toString();
  expect(read()).toBeUndefined();
  mkdirSync(compiled);
  writeFileSync(compiledPath("made", [sources.path], compiled), "of both");
  expect(read()).toBe("of both");
  sources.write("README.md", "no table");
  expect(read()).toBe("of both");
  sources.write("deep/b.js", "three");
  expect(read()).toBeUndefined();
  sources.write("deep/b.js", "two");
  sources.write("a.tsv", "more");
  expect(read()).toBeUndefined();
});
