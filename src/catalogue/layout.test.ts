import { describe, expect, it } from "vitest";
import { detectSeparator, layoutOf } from "./layout.ts";
import { splitRecords } from "./records.ts";

const layout = (text: string) => {
  const bytes = Buffer.from(text);
  const separator = detectSeparator(bytes, 0, "utf-8");
  return layoutOf([...splitRecords(bytes, 0, separator, "utf-8")], separator);
};

describe("the layout of a file", () => {
  it.each([
    [";", "SERO;Sérologies (toxo, rubéole, CMV)"],
    [";", "A;b\n\nC;d, e, f;g"],
    [";", "une seule colonne"],
    [";", ""],
    ["\t", "A\tb; c\td"],
    ["|", "A|b|c"],
    [",", "A,b,c\nD,e;f,g\nH,i,j"],
    [",", '"A;1","b"\n"C;2","d"'],
  ])("has the separator %j in %j", (separator, text) => {
    expect(layout(text).separator).toBe(separator);
  });

  it.each([
    ["none", 'A;b\nC;1/2" d\n'],
    ["minimal", 'A;b\nC;"d;e"\n'],
    ["all", '"A";"b";""\n"C";"d";\n'],
  ])("has quotes: %s", (quoting, text) => {
    expect(layout(text).quoting).toBe(quoting);
  });

  it("has the line end and the width that occur most", () => {
    expect(layout("a;b;c\r\na;b\na;b;c\r\na")).toMatchObject({ lineEnd: "\r\n", width: 3 });
    expect(layout("a;b")).toMatchObject({ lineEnd: "", width: 2 });
    expect(layout("")).toMatchObject({ lineEnd: "", width: 0 });
  });
});
