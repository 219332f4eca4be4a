/** Each rule on rows that only it should speak of, with the engine and the starter that ship. */
import { beforeAll, describe, expect, it } from "vitest";
import { mappingOf } from "../../test/a-mapping.ts";
import { groundsFor, loadModel, matcher } from "../../test/starter-engine.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { termAt } from "../loinc/release.ts";
import { loadStarter } from "../loinc/starter.ts";
import { type AuditGrounds, auditTable } from "./audit.ts";
import type { Finding } from "./finding.ts";

const grounds: AuditGrounds = { matcher, wholeReference: true, replacements: new Map(), circuit: undefined };
const HEAD = "code;libelle;unite;milieu;technique;temporalite;echelle;nabm;examen;niveau;libelle loinc;code loinc\n";

type Cells = { readonly [name: string]: string };
const COLUMNS = [
  "code",
  "label",
  "unit",
  "specimen",
  "method",
  "time",
  "scale",
  "nabm",
  "exam",
  "level",
  "name",
  "loinc",
];

async function findings(rows: readonly Cells[], given: Partial<AuditGrounds> = {}): Promise<readonly Finding[]> {
  const lines = rows.map((cells, i) =>
    COLUMNS.map((name) => cells[name] ?? (name === "code" ? `R${i}` : "")).join(";"),
  );
  return auditTable({ ...grounds, ...given }, await mappingOf(HEAD + lines.join("\n"))).findings;
}

/** Severity, rule and replacement of each finding that is more than a notice. */
const told = (list: readonly Finding[]): string[] =>
  list
    .filter(({ severity }) => severity !== "notice")
    .map(({ severity, rule, replacement }) => `${severity} ${rule} ${replacement?.loinc ?? ""}`.trim());

describe("right rows", () => {
  it.each<Cells>([
    { label: "Glycémie à jeun", unit: "g/L", specimen: "Plasma fluoré", loinc: "1558-6" },
    { label: "Sodium", unit: "mmol/L", specimen: "Sérum", loinc: "2951-2" },
    { label: "Lymphocytes", unit: "%", specimen: "Sang total EDTA", method: "Automate", loinc: "736-9" },
    { label: "Protéinurie des 24 h", unit: "g/24h", specimen: "Urines de 24 heures", time: "24H", loinc: "2889-4" },
    { label: "Rubéole IgG", unit: "UI/mL", specimen: "Sérum", loinc: "8014-3" },
    { label: "PCR Chlamydia trachomatis", specimen: "Urines", method: "PCR", loinc: "6357-8" },
    { label: "VS 1re heure", unit: "mm", loinc: "30341-2" },
    { label: "Acides biliaires", unit: "µmol/L", specimen: "Sérum", loinc: "14628-2" },
    { label: "Lymphocytes", unit: "G/L", specimen: "Sang total EDTA", loinc: "26474-7" },
    { label: "CRP", unit: "mg/L", specimen: "Sérum", method: "Immunoturbidimétrie", loinc: "1988-5" },
  ])("$label $loinc", async (row) => expect(told(await findings([row]))).toEqual([]));
});

describe("one wrong row", () => {
  it.each<[string, Cells, string]>([
    [
      "a wrong check digit",
      { label: "Potassium", unit: "mmol/L", specimen: "Sérum", loinc: "2832-3" },
      "error check-digit 2823-3",
    ],
    [
      "no shape of a code",
      { label: "Potassium", unit: "mmol/L", specimen: "Sérum", loinc: "28233" },
      "error check-digit 2823-3",
    ],
    ["a chapter", { label: "Biochimie", loinc: "18719-5" }, "error section-on-analysis"],
    [
      "a panel",
      { label: "Cholestérol total", unit: "g/L", specimen: "Sérum", loinc: "24331-1" },
      "error panel-on-analysis 2093-3",
    ],
    [
      "moles for grams",
      { label: "Glucose", unit: "g/L", specimen: "Sérum", loinc: "14749-6" },
      "error unit-property 2345-7",
    ],
    [
      "a count for a percentage",
      { label: "Lymphocytes", unit: "%", specimen: "Sang total EDTA", loinc: "731-0" },
      "error percent-absolute 26478-8",
    ],
    [
      "a percentage for a count",
      { label: "Lymphocytes", unit: "G/L", specimen: "Sang total EDTA", loinc: "736-9" },
      "error percent-absolute 26474-7",
    ],
    [
      "serum for urine",
      { label: "Sodium", unit: "mmol/L", specimen: "Urines", loinc: "2951-2" },
      "error specimen-system 2955-3",
    ],
    [
      "another analyte",
      { label: "Ferritine", unit: "µg/L", specimen: "Sérum", loinc: "2498-4" },
      "error component 2276-4",
    ],
    [
      "another isotype",
      { label: "Rubéole IgM", unit: "UI/mL", specimen: "Sérum", loinc: "8014-3" },
      "error component 8015-0",
    ],
    [
      "a number for a word",
      { label: "Rubéole IgG", specimen: "Sérum", scale: "ORD", loinc: "8014-3" },
      "error scale 25514-1",
    ],
    [
      "a word for a number",
      { label: "Rubéole IgG", unit: "UI/mL", specimen: "Sérum", loinc: "25514-1" },
      "warning scale 8014-3",
    ],
    [
      "a point for 24 hours",
      { label: "Protéinurie", unit: "g/24h", specimen: "Urines", loinc: "2888-6" },
      "error time 2889-4",
    ],
  ])("%s", async (_, row, expected) => expect(told(await findings([row]))).toContain(expected));

  it("quotes the words of the row that it stands on", async () => {
    const [found] = await findings([{ label: "Sodium", unit: "mmol/L", specimen: "Urines", loinc: "2951-2" }]);
    expect(found).toMatchObject({ axis: "system", words: "milieu « Urines »" });
    expect(found!.reason).toContain("sérum ou plasma");
  });

  it("speaks English when asked", async () => {
    const [found] = await findings([{ label: "Sodium", specimen: "Urines", loinc: "2951-2" }], {
      matcher: { ...matcher, language: "en" },
    });
    expect(found!.words).toBe("specimen “Urines”");
  });
});

describe("rows that are compared", () => {
  it("tells twins whose codes are swapped, and nothing else of them", async () => {
    const found = await findings([
      { code: "CG", label: "Cholestérol total", unit: "g/L", specimen: "Sérum", loinc: "14647-2" },
      { code: "CM", label: "Cholestérol total", unit: "mmol/L", specimen: "Sérum", loinc: "2093-3" },
    ]);
    expect(told(found)).toEqual(["error twins-swapped 2093-3", "error twins-swapped 14647-2"]);
  });

  it("tells one code on two specimens once, on the row that it fits less", async () => {
    const found = await findings([
      { code: "S", label: "Sodium", unit: "mmol/L", specimen: "Sérum", loinc: "2951-2" },
      { code: "U", label: "Sodium", unit: "mmol/L", specimen: "Urines", loinc: "2951-2" },
    ]);
    expect(found.filter(({ severity }) => severity !== "notice").map(({ rule, row }) => [rule, row.shown])).toEqual([
      ["specimen-system", "U"],
    ]);
  });

  it("lets two rows share a code when nothing tells them apart", async () => {
    const rows = ["A", "B"].map((code) => ({
      code,
      label: "Sodium",
      unit: "mmol/L",
      specimen: "Sérum",
      loinc: "2951-2",
    }));
    expect(told(await findings(rows))).toEqual([]);
  });

  it("tells an item with several codes", async () => {
    const row = { code: "NA", label: "Sodium", unit: "mmol/L", specimen: "Sérum" };
    expect(
      told(
        await findings([
          { ...row, loinc: "2951-2" },
          { ...row, loinc: "2947-0" },
        ]),
      ),
    ).toContain("error several-codes");
  });

  it("tells an analysis code on an exam with several analyses, not on one that it names", async () => {
    const members = ["Sodium", "Potassium", "Chlorures"].map((label) => ({
      label,
      unit: "mmol/L",
      specimen: "Sérum",
      exam: "Ionogramme",
      loinc: { Sodium: "2951-2", Potassium: "2823-3", Chlorures: "2075-0" }[label]!,
    }));
    const { readDecided } = await import("../transcoding/read-decided.ts");
    expect(members).toHaveLength(3);
    const exams = members.map(({ label }) => `IONO;Ionogramme;;;;Sérum;;${label};${label};2951-2;Sodium`).join("\n");
    const analyses = members.map(({ label, loinc }) => `${label};${label};;;;mmol/L;;;Sérum;;;;${loinc};x`).join("\n");
    const file = (name: string, text: string) => ({ name, bytes: Buffer.from(text) });
    const { rows, catalogue } = readDecided([file("LOINC_5_x.csv", exams), file("LOINC_6_x.csv", analyses)]);
    const table = {
      format: "sgl" as const,
      rows: rows.map((row) => ({ ...row, shown: row.code })),
      catalogue,
      columns: [],
      problems: [],
    };
    expect(told(auditTable(grounds, table).findings)).toEqual(["warning result-on-exam 24326-1"]);
  });
});

describe("what LOINC says of a code", () => {
  const sodium = { label: "Sodium", unit: "mmol/L", specimen: "Sérum", loinc: "2951-2" };
  let old: AuditGrounds;
  beforeAll(() => {
    const starter = loadStarter();
    const terms = Array.from({ length: starter.size }, (_, i) => termAt(starter, i)).map((term) =>
      term.code === "2951-2"
        ? { ...term, status: "DEPRECATED" as const }
        : term.code === "2823-3"
          ? { ...term, status: "DISCOURAGED" as const }
          : term,
    );
    old = { ...grounds, matcher: { ...groundsFor(buildRelease(starter.info, terms), "fr"), model: loadModel() } };
  });

  it("tells a deprecated code with what LOINC gives instead", async () => {
    expect(
      told(await findings([sodium], { ...old, replacements: new Map([["2951-2", [{ code: "2947-0" }]]]) })),
    ).toEqual(["error deprecated 2947-0"]);
  });

  it("tells a discouraged one as a notice", async () => {
    const found = await findings([{ label: "Potassium", unit: "mmol/L", specimen: "Sérum", loinc: "2823-3" }], old);
    expect(found.map(({ rule, severity }) => [rule, severity])).toContainEqual(["discouraged", "notice"]);
  });

  it("tells an unknown code as an error only when the reference is whole", async () => {
    const row = { label: "Sodium", loinc: "99999-5" };
    const severity = async (wholeReference: boolean) =>
      (await findings([row], { wholeReference })).map((one) => [one.rule, one.severity]);
    expect(await severity(true)).toEqual([["unknown-code", "error"]]);
    expect(await severity(false)).toEqual([["unknown-code", "notice"]]);
  });

  it("tells what is not in the French value set, when there is one", async () => {
    const rules = async (circuit: ReadonlySet<string> | undefined) =>
      (await findings([sodium], { circuit })).map(({ rule }) => rule);
    expect(await rules(new Set(["2823-3"]))).toEqual(["not-in-circuit"]);
    expect(await rules(new Set(["2951-2"]))).toEqual([]);
    expect(await rules(undefined)).toEqual([]);
  });

  it("tells a LOINC name that is another code's", async () => {
    expect(told(await findings([{ ...sodium, name: "Potassium [Moles/volume] in Serum or Plasma" }]))).toEqual([
      "error loinc-name 2823-3",
    ]);
    expect(told(await findings([{ ...sodium, name: "Sodium [Moles/volume] in Serum or Plasma" }]))).toEqual([]);
  });
});

it("puts the worst first, and the same table gives the same findings", async () => {
  const rows = [
    { label: "Sodium", unit: "mmol/L", specimen: "Urines", loinc: "2951-2" },
    { label: "Rubéole IgG", unit: "UI/mL", specimen: "Sérum", loinc: "25514-1" },
    { label: "Potassium", loinc: "2832-3" },
  ];
  const [first, second] = [await findings(rows), await findings(rows)];
  expect(told(first).map((line) => line.split(" ")[1])).toEqual(["check-digit", "specimen-system", "scale"]);
  expect(second).toEqual(first);
});
