/** Official files installed, used and removed by the command line. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDigit } from "../src/loinc/code.ts";
import { LOINC_NOTICE } from "../src/loinc/term.ts";
import { archiveFiles, biologieFr, circuitXlsx, loincZip, starterTerm } from "./official-files.ts";
import { type Run, runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { aTerm } from "./term.ts";

const folder = temporaryFolder();
let count = 0;
const newData = (): string => join(folder.path, `data-${count++}`);
const reference = (data: string, ...args: readonly string[]): Promise<Run> =>
  runCli("reference", ...args, "--data", data);
const archive = (version: string, component = "Glucose"): string =>
  folder.write(
    `Loinc_${version}.zip`,
    loincZip({ version, terms: [starterTerm("2345-7", { component }), starterTerm("718-7")] }),
  );

describe("transloinc reference", () => {
  it("adds several files at once, each recognised, and lists what is in use", async () => {
    const data = newData();
    const value = folder.write("a.xlsx", await biologieFr([{ code: "718-7", label: "Hémoglobine" }]));
    const circuit = folder.write("b.xlsx", await circuitXlsx({ analyses: ["718-7"] }));
    const added = await reference(data, "add", archive("2.80"), value, circuit);
    expect([added.code, added.out.split("\n").length]).toEqual([0, 4]);
    expect(added.err).toContain(LOINC_NOTICE);
    await reference(data, "add", archive("2.81"));
    const { code, out } = await reference(data, "list");
    expect(code).toBe(0);
    const lines = out.trim().split("\n");
    expect(lines.map((line) => line.split(" ")[0])).toEqual([
      "loinc-2.81",
      "loinc-2.80",
      "biologie-fr-2026-06-30",
      expect.stringMatching(/^circuit-\d{4}-\d\d-\d\d$/),
    ]);
    expect(lines.map((line) => line.includes("[en service]"))).toEqual([true, false, true, true]);
    expect(lines[0]).toContain("2 termes");
    const english = await reference(data, "list", "--lang", "en");
    expect(english.out).toContain("2 terms  [in use]");
    const json = JSON.parse((await reference(data, "list", "--json")).out);
    expect(json.installed).toHaveLength(4);
  });

  it("shows one with its date, hash, counts and licence notice", async () => {
    const data = newData();
    await reference(data, "add", archive("2.81"));
    const { code, out } = await reference(data, "show", "2.81");
    expect(code).toBe(0);
    for (const text of ["loinc-2.81", "Loinc_2.81.zip", "2 termes", LOINC_NOTICE]) expect(out).toContain(text);
    expect(out).toMatch(/SHA-256 des fichiers +[\da-f]{64}/);
    expect(out).toMatch(/Ajoutée le +\d{4}-\d\d-\d\dT/);
  });

  it("removes one, and says what is in use then", async () => {
    const data = newData();
    await reference(data, "add", archive("2.80"));
    await reference(data, "add", archive("2.81"));
    expect((await reference(data, "remove", "loinc-2.81")).out).toContain("En service : loinc-2.80.");
    expect((await reference(data, "remove", "2.80")).out).toContain("la référence de démarrage");
    const again = await reference(data, "remove", "2.80");
    expect([again.code, again.err]).toEqual([2, "Aucune référence installée ne s'appelle 2.80.\n"]);
  });

  it("finds a pack that was changed, tells how to mend it, and no command works with half of it", async () => {
    const data = newData();
    await reference(data, "add", archive("2.81"));
    expect((await reference(data, "verify")).out).toBe("loinc-2.81 : intacte\n");
    const pack = join(data, "references", "loinc-2.81.pack");
    const whole = readFileSync(pack);
    writeFileSync(pack, whole.subarray(0, whole.length - 64));
    const found = await reference(data, "verify");
    expect(found.code).toBe(4);
    expect(found.err).toContain("transloinc reference remove loinc-2.81");
    const shown = await runCli("show", "2345-7", "--data", data);
    expect([shown.code, shown.out]).toEqual([4, ""]);
    expect(shown.err).toContain("La référence installée loinc-2.81 est abîmée : retirez-la");
  });

  it("of files that are no references nothing is installed", async () => {
    const data = newData();
    const { code, err } = await reference(
      data,
      "add",
      folder.write("texte.txt", "Bonjour"),
      `${folder.path}/absent.zip`,
    );
    expect(code).toBe(4);
    expect(err).toContain("Erreur — texte.txt");
    expect(err).toContain("n'existe pas");
    expect(err).toContain("rien n'a changé");
    expect(existsSync(data)).toBe(false);
  });

  it("says when the folder cannot be written", async () => {
    const { code, err } = await reference(folder.write("a file", ""), "add", archive("2.81"));
    expect(code).toBe(5);
    expect(err).toContain("rien n'a été écrit");
  });
});

describe("commands use what is installed", () => {
  it("search and show speak the official French, ours never stands for it", async () => {
    const data = newData();
    const label = "Hémoglobine [Masse/Volume] Sang ; Numérique";
    const french = [["718-7", "Hémoglobine", "Sang", label, "HGB"]] as const;
    const zip = loincZip({
      terms: [starterTerm("718-7"), starterTerm("2345-7")],
      french,
      mapTo: [["718-7", "2345-7", "not really"]],
      notices: { "718-7": "Copyright © Somebody" },
    });
    await reference(data, "add", folder.write("Loinc_2.81.zip", zip));
    const found = await runCli("search", "hgb", "numerique", "--data", data);
    expect(found.out).toContain(`718-7     ${label}`);
    const other = await runCli("search", "2345-7", "--data", data);
    expect(other.out).toContain("Glucose [Mass/volume] in Serum or Plasma");
    const { out } = await runCli("show", "718-7", "--data", data);
    for (const text of [label, "Bld (Sang)", "2345-7 — not really", "Copyright © Somebody"])
      expect(out).toContain(text);
    const json = JSON.parse((await runCli("show", "718-7", "--json", "--data", data)).out);
    expect(json).toMatchObject({ officialFrench: { label }, thirdPartyNotice: "Copyright © Somebody" });
  });

  it("a path that is given counts alone; so does the name of an installed version", async () => {
    const data = newData();
    await reference(data, "add", archive("2.80", "Older"));
    await reference(data, "add", archive("2.81", "Newer"));
    const shown = async (...more: readonly string[]): Promise<string> =>
      (await runCli("show", "2345-7", "--data", data, ...more)).out;
    expect(await shown()).toContain("Newer");
    expect(await shown("--reference", "2.80")).toContain("Older");
    const table = archiveFiles({ terms: [starterTerm("2345-7", { component: "Given" })] })["LoincTable/Loinc.csv"]!;
    expect(await shown("--reference", folder.write("given.csv", table))).toContain("Given");
  });

  it("with value sets alone the terms are the starter's", async () => {
    const data = newData();
    await reference(
      data,
      "add",
      folder.write("c.xlsx", await biologieFr([{ code: "718-7", label: "Hémoglobine, sang" }])),
    );
    const { out } = await runCli("show", "718-7", "--data", data);
    expect(out).toContain("Hémoglobine, sang");
    expect(out).toContain("Hemoglobin [Mass/volume] in Blood");
  });
});

describe("an addition that is killed leaves the old reference in use", () => {
  const large = (): string => {
    const terms = Array.from({ length: 30_000 }, (_, i) => {
      const digits = String(i + 1);
      return aTerm({ code: `${digits}-${checkDigit(digits)}`, component: `New ${i}`, longName: "x".repeat(300) });
    });
    const table = archiveFiles({ terms })["LoincTable/Loinc.csv"]!;
    return folder.write("large/Loinc.csv", table);
  };
  const add = (data: string, path: string) =>
    spawn(
      process.execPath,
      ["--import", "tsx", "src/cli/main.ts", "reference", "add", path, "--as-version", "2.81", "--data", data],
      {
        stdio: "ignore",
      },
    );

  it.each([
    ["while it reads", (data: string) => join(data, "never"), 900],
    ["while it writes", (data: string) => join(data, "references"), 0],
  ])("%s", async (_, watched, delay) => {
    const data = newData();
    await reference(data, "add", archive("2.81", "Old"));
    mkdirSync(join(data, "never"));
    const child = add(data, large());
    const ended = new Promise((resolve) => child.once("close", (__, signal) => resolve(signal)));
    const kill = (): void => void child.kill("SIGKILL");
    const watcher = watch(watched(data), (__, name) => {
      if (name?.endsWith(".tmp")) kill();
    });
    const timer = delay === 0 ? undefined : setTimeout(kill, delay);
    expect(await ended).toBe("SIGKILL");
    clearTimeout(timer);
    watcher.close();

    expect((await reference(data, "verify")).out).toBe("loinc-2.81 : intacte\n");
    expect((await runCli("show", "2345-7", "--data", data)).out).toContain("Old");
    // the next addition clears what was left, and works
    expect((await reference(data, "add", archive("2.81", "Next"))).code).toBe(0);
    expect(readdirSync(join(data, "references"))).toEqual(["loinc-2.81.pack"]);
    expect((await runCli("show", "2345-7", "--data", data)).out).toContain("Next");
  });
});
