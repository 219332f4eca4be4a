/** `transloinc audit` and `transloinc diff` from end to end, on the examples and the starter. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import readXlsxFile from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, hasChromium, withChromium } from "../scripts/chromium.ts";
import { EXIT } from "../src/cli/exit-codes.ts";
import { LOINC_NOTICE } from "../src/loinc/term.ts";
import { tsv } from "./a-mapping.ts";
import { loincZip, starterTerm } from "./official-files.ts";
import { type Run, runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const TABLE = "examples/table-a-auditer/correspondances.csv";
const BEFORE = "examples/reimport/avant";
const AFTER = "examples/reimport/apres";
const folder = temporaryFolder();
const out = (name: string): string => join(folder.path, name);
const json = (...path: string[]) => JSON.parse(readFileSync(join(folder.path, ...path), "utf8"));

type Told = {
  readonly rule: string;
  readonly severity: string;
  readonly row: { readonly code: string; readonly loinc: string };
  readonly replacement?: { readonly loinc: string };
};

/** The findings of an audit in JSON that are more than notices. */
const findingsOf = (audit: { readonly findings: readonly Told[] }): readonly Told[] =>
  audit.findings.filter(({ severity }) => severity !== "notice");

describe("audit", () => {
  let french: Run;
  beforeAll(async () => {
    french = await runCli("audit", TABLE, "--out", out("audit"));
    await runCli("audit", TABLE, "--out", out("audit-en"), "--lang", "en");
  });

  it("finds in the example what the example says, and nothing else", () => {
    const said = findingsOf(json("audit", "audit.json")).map(({ row, severity, rule, replacement }) => ({
      local_code: row.code,
      severity,
      rule,
      replacement: replacement?.loinc ?? "",
    }));
    expect(said).toEqual(tsv("examples/table-a-auditer/attendu.tsv"));
  });

  it("says on the terminal what it read, what it found and where it wrote it", () => {
    expect(french.code).toBe(EXIT.warnings);
    expect(french.out).toContain("code = Code, label = Libellé");
    expect(french.out).toContain("18 avec un code LOINC, 1 sans code");
    expect(french.out).toContain("twins-swapped");
    expect(french.out).toContain("audit.html, audit.xlsx, audit.json");
    expect(french.err).toContain(LOINC_NOTICE);
    expect(readdirSync(out("audit")).sort()).toEqual(["audit.html", "audit.json", "audit.xlsx"]);
  });

  it.each([
    ["error", EXIT.warnings],
    ["never", EXIT.ok],
  ])("its exit code follows --fail-on %s", async (severity, code) => {
    expect((await runCli("audit", TABLE, "--fail-on", severity)).code).toBe(code);
  });

  it("is clean on a clean table", async () => {
    const path = folder.write("propre.csv", "code;libelle;unite;loinc\nNA;Sodium;mmol/L;2951-2\n");
    const run = await runCli("audit", path);
    expect(run.code).toBe(EXIT.ok);
    expect(run.out).toContain("Aucune ligne suspecte.");
  });

  it("finds nothing worse than a notice in what the program itself has written", async () => {
    await runCli("map", BEFORE, "--out", out("map"), "--date", "20261127");
    const run = await runCli("audit", out("map"), "--json");
    expect(JSON.parse(run.out).format).toBe("sgl");
    expect(findingsOf(JSON.parse(run.out))).toEqual([]);
    expect(run.code).toBe(EXIT.ok);
  });

  it("says what cannot be read, and writes nothing", async () => {
    const run = await runCli("audit", folder.write("rien.csv", "bonjour;à tous\n"), "--out", out("rien"));
    expect(run.code).toBe(EXIT.input);
    expect(run.err).toContain("--loinc");
    expect(readdirSync(folder.path)).not.toContain("rien");
    expect((await runCli("audit", join(folder.path, "absent.csv"))).code).toBe(EXIT.input);
  });

  it("takes LOINC's replacements and the French value set from references", async () => {
    const sodium = starterTerm("2951-2", { status: "DEPRECATED" });
    const terms = [sodium, starterTerm("2947-0"), starterTerm("718-7")];
    const archive = folder.write("Loinc_2.81.zip", loincZip({ terms }));
    const mapTo = folder.write("MapTo.csv", "LOINC,MAP_TO,COMMENT\n2951-2,2947-0,\n");
    const circuit = folder.write("circuit.csv", "Code LOINC;Libellé\n2951-2;Sodium\n");
    const table = folder.write("table.csv", "code;libelle;loinc\nNA;Sodium;2951-2\nHB;Hémoglobine;718-7\n");
    const run = await runCli("audit", table, "--json", "--reference", archive, mapTo, circuit);
    const found = JSON.parse(run.out).findings as readonly Told[];
    expect(found.find(({ rule }) => rule === "deprecated")?.replacement?.loinc).toBe("2947-0");
    const outside = found.filter(({ rule }) => rule === "not-in-circuit");
    expect(outside.map(({ row }) => row.loinc)).toEqual(["718-7"]);
    const wrong = await runCli("audit", table, "--reference", table);
    expect(wrong.code).toBe(EXIT.reference);
    expect(wrong.err).toContain("table.csv");
  });

  it("writes a workbook whose cells are no formulas", async () => {
    const path = folder.write(
      "piege.csv",
      'code;libelle;unite;milieu;loinc\n=1+1;"=HYPERLINK(""x"") sodium";mmol/L;Urines;2951-2\n',
    );
    await runCli("audit", path, "--out", out("piege"));
    const [findings] = await readXlsxFile(readFileSync(join(out("piege"), "audit.xlsx")));
    const [head, first] = findings!.data;
    expect(head).toContain("Code local");
    expect(first!.slice(3, 5)).toEqual(["'=1+1", '\'=HYPERLINK("x") sodium']);
    expect(readFileSync(join(out("piege"), "audit.html"), "utf8")).not.toContain('HYPERLINK("x")');
  });

  const page = (name: string): string => readFileSync(join(folder.path, name, "audit.html"), "utf8");

  it("writes a page without script, with the notice, in both languages", () => {
    for (const name of ["audit", "audit-en"]) {
      expect(page(name)).not.toMatch(/<script|https?:\/\/(?!loinc\.org)[^"]*"/);
      expect(page(name)).toContain("LOINC® is a registered");
    }
    expect(page("audit")).toContain("Pour information");
    expect(page("audit-en")).toContain("The unit says");
  });

  if (!hasChromium())
    console.warn(`audit: the page is not opened, ${CHROMIUM} is missing (apt-get install -y chromium)`);
  it.skipIf(!hasChromium()).each(["light", "dark"] as const)(
    "has no accessibility violation and fits a narrow screen (%s)",
    async (colorScheme) => {
      const seen = await withChromium({ width: 360, height: 800 }, async (browser) => {
        const tab = await browser.newPage();
        await tab.emulateMedia({ colorScheme });
        await tab.goto(pathToFileURL(join(out("audit"), "audit.html")).href);
        await tab.evaluate('for (const row of document.querySelectorAll("details")) row.open = true');
        const { violations } = await new AxeBuilder({ page: tab }).analyze();
        return { violations, width: await tab.evaluate<number>("document.documentElement.scrollWidth") };
      });
      expect(seen.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(seen.width).toBeLessThanOrEqual(360);
    },
    120_000,
  );
});

describe("diff", () => {
  it("finds in the example what the example says", async () => {
    const run = await runCli("diff", BEFORE, AFTER, "--out", out("diff"));
    expect(run.code).toBe(EXIT.warnings);
    expect(json("diff", "comparaison.json")).toEqual(
      JSON.parse(readFileSync("examples/reimport/attendu.json", "utf8")),
    );
    expect(run.out).toContain("Décisions : 11 gardées, 10 à revoir, 4 sans objet");
    expect(run.out).toContain("unité : « g/L » → « mmol/L » (change le sens)");
    expect(run.out).toContain("Même ligne que l'ancien code CREA");
    const sheets = await readXlsxFile(readFileSync(join(out("diff"), "comparaison.xlsx")));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["Changées", "Décisions"]);
    expect(sheets[0]!.data.length).toBeGreaterThan(10);
  });

  it("finds nothing between a catalogue and itself", async () => {
    const run = await runCli("diff", AFTER, AFTER, "--lang", "en");
    expect(run.code).toBe(EXIT.ok);
    expect(run.out).toContain("The two catalogues say the same.");
    expect(run.out).toContain("holds no decisions");
  });

  it("says what it cannot compare", async () => {
    const run = await runCli("diff", BEFORE, join(folder.path, "absent"));
    expect(run.code).toBe(EXIT.input);
    expect(run.err).toContain("Rien à comparer");
  });
});
