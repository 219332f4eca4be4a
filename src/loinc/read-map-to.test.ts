import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { TableError } from "./named-rows.ts";
import { readMapTo } from "./read-map-to.ts";

const read = async (text: string) => {
  const bad: number[] = [];
  const replacements = await readMapTo(Readable.from([Buffer.from(text)]), (line) => void bad.push(line));
  return { replacements, bad };
};

it("gives all replacements of a code in order, and tells lines without two codes", async () => {
  const text =
    '"LOINC","MAP_TO","COMMENT"\r\n"1-8","2345-7",""\r\n"1-8","718-7","When, ""so"""\r\n"1-9","718-7",""\r\n';
  expect(await read(text)).toEqual({
    replacements: new Map([
      [
        "1-8",
        [
          { code: "2345-7", comment: "" },
          { code: "718-7", comment: 'When, "so"' },
        ],
      ],
    ]),
    bad: [4],
  });
});

it("refuses another table, with its first line", async () => {
  await expect(read('"LOINC","OTHER"\r\n')).rejects.toMatchObject(
    new TableError("ce n'est pas une table MapTo : colonne(s) MAP_TO, COMMENT absente(s) de la première ligne.", 1),
  );
});
