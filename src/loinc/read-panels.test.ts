import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { readPanels } from "./read-panels.ts";

it("gives members once and in order, without the panel itself, and tells lines without codes", async () => {
  const rows = ["24331-1,24331-1", "24331-1,2571-8", "24331-1,2093-3", "24331-1,2571-8", "24331-1,X", "58410-2,718-7"];
  const bad: number[] = [];
  const text = `ParentId,ParentLoinc,Loinc\n${rows.map((row) => `1,${row}\n`).join("")}`;
  expect(await readPanels(Readable.from([Buffer.from(text)]), (line) => void bad.push(line))).toEqual(
    new Map([
      ["24331-1", ["2571-8", "2093-3"]],
      ["58410-2", ["718-7"]],
    ]),
  );
  expect(bad).toEqual([6]);
});
