import { describe, expect, it } from "vitest";
import { kindOfName } from "./file-kind.ts";
import { identify } from "./identify.ts";
import { latestOfEachKind } from "./latest-export.ts";

const CHAPTERS = ["HEMA;Hématologie;NFS;Hémogramme", "HEMA;Hématologie;HED;Autres"];
const EXAMS = ["NFS;Numération;;HEMA;NFS;Sang;1104;GR;Hématies", "NFS;Numération;;HEMA;NFS;Sang;1104;GB;Leucocytes"];
const ANALYSES = ["GR;Hématies;;;TL;T/L;;SGE;Sang total;QN;;1104", "GB;Leucocytes;;;GL;G/L;;SGE;Sang total;QN;;1104"];

const identified = (name: string, lines: readonly string[], choice?: Parameters<typeof identify>[3]) => {
  const rows = lines.map((line) => line.split(";"));
  return identify(name, rows, rows[0]?.length ?? 0, choice);
};

describe("the kind of a file", () => {
  it.each([
    ["LOINC_1_export_chapitres_20261101.csv", "chapters"],
    ["loinc-2.csv", "exams"],
    ["LOINC3.txt", "analyses"],
    ["LOINC_6_transcodage_demandes_20261101.csv", "returned"],
    ["transcodage_chapitres.csv", "returned"],
    ["Chapitres labo.csv", "chapters"],
    ["export demandes.csv", "exams"],
    ["export_résultats.csv", "analyses"],
    ["gold.tsv", undefined],
    ["LOINC_2026.csv", undefined],
  ])("by name: %s", (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
  });

  it("is told by the content when the name says nothing", () => {
    expect(identified("a.csv", CHAPTERS)).toEqual({ kind: "chapters" });
    expect(identified("a.csv", EXAMS)).toEqual({ kind: "exams" });
    expect(identified("a.csv", ANALYSES)).toEqual({ kind: "analyses" });
    expect(identified("a.csv", ["libellé examen;code examen;code analyse;libellé analyse", "N;n;a;b"])).toEqual({
      kind: "exams",
    });
  });

  it("is refused when the content is surely another, by name or by choice", () => {
    expect(identified("LOINC_3.csv", EXAMS)).toMatchObject({
      problem: { severity: "error", code: "wrong-kind", file: "LOINC_3.csv" },
    });
    const chosen = identified("a.csv", EXAMS, "analyses");
    expect(chosen).toMatchObject({ problem: { code: "wrong-kind" } });
    expect("problem" in chosen && chosen.problem.message).toContain(
      "donné comme LOINC_3 (résultats) mais ressemble à LOINC_2 (demandes)",
    );
    expect(identified("LOINC_2.csv", ANALYSES)).toMatchObject({ problem: { code: "wrong-kind" } });
    expect(identified("LOINC_2.csv", CHAPTERS)).toMatchObject({ problem: { code: "wrong-kind" } });
    expect(identified("LOINC_1.csv", ANALYSES)).toMatchObject({ problem: { code: "wrong-kind" } });
  });

  it("follows the choice over the name", () => {
    expect(identified("LOINC_3.csv", EXAMS, "exams")).toEqual({ kind: "exams" });
  });

  it("accepts short and wide files of the kind that their names say", () => {
    expect(identified("LOINC_1.csv", ["Hématologie"])).toEqual({ kind: "chapters" });
    expect(identified("LOINC_3.csv", ["GR;Hématies", "GB;Leucocytes"])).toEqual({ kind: "analyses" });
    expect(identified("LOINC_3.csv", ["GR;Hématies;;;T/L;T/L;;SGE;Sang total;QN;;"])).toEqual({ kind: "analyses" });
    expect(
      identified(
        "LOINC_2.csv",
        EXAMS.map((row) => `${row};x;y;z`),
      ),
    ).toEqual({ kind: "exams" });
  });

  it("refuses what nothing tells", () => {
    expect(identified("a.csv", ["x;y"])).toMatchObject({ problem: { severity: "error", code: "unknown-kind" } });
  });

  it("refuses a file that went back to the SGL", () => {
    expect(identified("LOINC_6_transcodage_demandes_20261101.csv", ANALYSES)).toMatchObject({
      problem: { severity: "error", code: "returned-file" },
    });
  });
});

describe("several exports of one kind", () => {
  it("give the latest by the date in the name, and a warning for the others", () => {
    const files = ["LOINC_3_20261101.csv", "LOINC_3_2026-11-30.csv", "LOINC_3.csv"].map((name) => ({
      name,
      kind: "analyses" as const,
    }));
    const { kept, problems } = latestOfEachKind([...files, { name: "LOINC_1.csv", kind: "chapters" as const }]);
    expect(kept.map((file) => file.name)).toEqual(["LOINC_3_2026-11-30.csv", "LOINC_1.csv"]);
    expect(problems.map((problem) => [problem.severity, problem.code, problem.file])).toEqual([
      ["warning", "older-export", "LOINC_3_20261101.csv"],
      ["warning", "older-export", "LOINC_3.csv"],
    ]);
  });
});
