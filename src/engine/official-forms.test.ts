import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { biologieFr, loincZip, starterTerm } from "../../test/official-files.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { encodeForms } from "../lexicon/frozen-forms.ts";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { officialForms } from "../lexicon/official-names.ts";
import { loadStarter } from "../loinc/starter.ts";
import { readOfficial } from "../reference/read-official.ts";
import { installAll, remove } from "../reference/store.ts";
import { formsOf } from "./official-forms.ts";
import { openReleases } from "./open-matcher.ts";

const folder = temporaryFolder();
const data = join(folder.path, "data");
const lexicon = loadLexicon();

async function add(name: string, content: Uint8Array): Promise<void> {
  const now = "2026-11-27T10:00:00.000Z";
  const { references } = await readOfficial([folder.write(name, content)], { now, starter: loadStarter() });
  await installAll(data, references);
}

const names = [{ code: "2345-7", label: "Glucose officiel", component: "Vésuline", synonyms: "" }];
await add("Loinc_2.81.zip", loincZip({ terms: [starterTerm("718-7"), starterTerm("2345-7")] }));
await add("LOINCFR_JeuDeValeurs.xlsx", await biologieFr(names, [["0552", "2345-7"]]));

const kept = (): string[] => readdirSync(join(data, "references")).filter((name) => !name.endsWith(".pack"));
const path = (): string => join(data, "references", kept()[0]!);
const formsNow = async () => {
  const { release, companions } = await openReleases([], { data });
  return [...formsOf(lexicon, release, companions).forms.keys()];
};

it("makes the forms once and keeps them beside the packs", async () => {
  expect(kept()).toEqual([]);
  expect(await formsNow()).toContain("vesuline");
  expect(kept()).toHaveLength(1);
  const other = [{ form: "autrenom", component: "Glucose", own: true }];
  writeFileSync(path(), encodeForms(officialForms(lexicon, { names: other, acts: new Map() })));
  expect(await formsNow()).toEqual(["autrenom"]);
});

it("makes them anew when the file is damaged, and of packs that are named one by one from the same file", async () => {
  writeFileSync(path(), readFileSync(path()).subarray(0, 100));
  expect(await formsNow()).toContain("vesuline");
  const packs = readdirSync(join(data, "references")).filter((name) => name.endsWith(".pack"));
  const named = packs.reverse().map((name) => join(data, "references", name));
  const { companions } = await openReleases(named, { data });
  expect(path().startsWith(companions.derived!)).toBe(true);
});

it("leaves nothing of an earlier version of the program", async () => {
  const current = path();
  writeFileSync(current.replace(/-[\da-f]+\.forms$/, "-0000000000000000.forms"), "");
  writeFileSync(current, "");
  await formsNow();
  expect(kept()).toHaveLength(1);
  expect(path()).toBe(current);
});

it("forgets them when references change", async () => {
  await formsNow();
  expect(await remove(data, "biologie-fr-2026-06-30")).toBe(true);
  expect(kept()).toEqual([]);
  expect(await formsNow()).toEqual([]);
  expect(kept()).toEqual([]);
});

it("keeps nothing where it cannot, nor of files that are not installed", async () => {
  const archive = folder.write("again/Loinc_2.81.zip", loincZip({ terms: [starterTerm("2345-7")] }));
  expect((await openReleases([archive], { data })).companions.derived).toBeUndefined();
  const { release, companions } = await openReleases([], { data });
  const nowhere = { ...companions, derived: join(folder.path, "no such folder", "derived") };
  expect(formsOf(lexicon, release, nowhere).forms.size).toBe(0);
});
