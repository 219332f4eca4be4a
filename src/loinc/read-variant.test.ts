import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { readVariant } from "./read-variant.ts";

it("gives each term's axes and names, the display name before the long one, and tells lines without a code", async () => {
  const header =
    "LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,LONG_COMMON_NAME,RELATEDNAMES2,LinguisticVariantDisplayName";
  const rows = [
    "718-7,Hémoglobine,Masse/Volume,Ponctuel,Sang,Numérique,,Long,Hb; HGB,Court",
    "2345-7,Glucose,,,,,,Long,,",
    "x,,,,,,,,,",
  ];
  const bad: number[] = [];
  const stream = Readable.from([Buffer.from(`\ufeff${header}\r\n${rows.map((row) => `${row}\r\n`).join("")}`)]);
  const read = [];
  for await (const row of readVariant(stream, (line) => void bad.push(line))) read.push(row);
  expect(read).toMatchObject([
    { code: "718-7", component: "Hémoglobine", system: "Sang", method: "", longName: "Court", related: "Hb; HGB" },
    { code: "2345-7", component: "Glucose", longName: "Long" },
  ]);
  expect(bad).toEqual([4]);
});
