import { describe, expect, it } from "vitest";
import { aRow, matcher } from "../../test/starter-engine.ts";
import { readRow } from "./read-row.ts";

const { binding, read } = matcher.engine;
const techniques = (label: string): (string | undefined)[] =>
  readRow(binding, read, aRow(label))
    .evidence.filter(({ axis }) => axis === "method")
    .map(({ values }) => values[0]);

describe("techniques that narrow each other", () => {
  it("`PUS CULT ANAEROBIE` is no culture of anything: regression for the general code, signed in a lot", () => {
    expect(techniques("PUS CULT ANAEROBIE")).toEqual(["Anaerobic culture"]);
  });

  it("a technique alone stays, and so does what two others narrow", () => {
    expect(techniques("CULT")).toEqual(["Culture"]);
    expect(techniques("CULT AEROBIE, puis ANAEROBIE")).toContain("Culture");
  });
});
