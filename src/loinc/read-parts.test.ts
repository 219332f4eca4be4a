import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { readParts } from "./read-parts.ts";

it("gives the display names of components that differ from their names", async () => {
  const rows = [
    "COMPONENT,Cholesterol,Total cholesterol",
    "COMPONENT,Glucose,glucose",
    "SYSTEM,Ser,Serum",
    "COMPONENT,Urea,",
  ];
  const text = `PartNumber,PartTypeName,PartName,PartDisplayName\n${rows.map((row) => `LP1-0,${row}\n`).join("")}`;
  expect(await readParts(Readable.from([Buffer.from(text)]))).toEqual(new Map([["Cholesterol", "Total cholesterol"]]));
});
