import { expect, it } from "vitest";
import { readGold } from "./gold.ts";

const HEADER = "level\tlocal_code\tloinc\tacceptable\tcertainty\tnote";

it("reads the best code, then those that are acceptable", () => {
  const [item] = readGold(`${HEADER}\nanalysis\tGLU\t2345-7\t14749-6 | 2339-0\tsure\tunité\n`);
  expect(item).toEqual({
    level: "analysis",
    code: "GLU",
    loinc: "2345-7",
    accepted: ["2345-7", "14749-6", "2339-0"],
    certainty: "sure",
  });
});

it("accepts nothing where the right answer is no code", () => {
  const [item] = readGold(`${HEADER}\nanalysis\tCOM\t\t2345-7\tsure\t\n`);
  expect(item).toMatchObject({ loinc: "", accepted: [] });
});

it("passes over comments and other columns, and refuses a table that lacks one", () => {
  const gold = readGold("note\tcertainty\tacceptable\tloinc\tlocal_code\tlevel\n# x\nn\tsure\t\t718-7\tHB\texam\r\n");
  expect(gold).toEqual([{ level: "exam", code: "HB", loinc: "718-7", accepted: ["718-7"], certainty: "sure" }]);
  expect(() => readGold("level\tloinc\n")).toThrow("local_code");
});
