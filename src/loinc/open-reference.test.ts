import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { zipBytes } from "../../test/zip-bytes.ts";
import { openReference, UnreadableReference } from "./open-reference.ts";
import { encodePack } from "./pack.ts";
import { findTerm } from "./release.ts";

const folder = temporaryFolder();
const TABLE = [
  '"LOINC_NUM","COMPONENT","PROPERTY","TIME_ASPCT","SYSTEM","SCALE_TYP","METHOD_TYP","CLASS","STATUS"',
  '"718-7","Hemoglobin","MCnc","Pt","Bld","Qn","","HEM/BC","ACTIVE"',
  '"2345-7","Glucose","MCnc","Pt","Ser/Plas","Qn","","CHEM","ACTIVE"',
  "",
].join("\r\n");
/** The official archive: the table among others whose names resemble its own. */
const OFFICIAL = {
  "LoincTableCore/LoincTableCore.csv": '"LOINC_NUM","COMPONENT"\r\n',
  "LoincTable/MapTo.csv": '"LOINC","MAP_TO","COMMENT"\r\n',
  "LoincTable/Loinc.csv": TABLE,
  "AccessoryFiles/PanelsAndForms/PanelsAndForms.csv": '"ParentId"\r\n',
};

describe("a reference on disk", () => {
  it("is the official zip", async () => {
    const release = await openReference(folder.write("Loinc_2.81.zip", zipBytes(OFFICIAL)));
    expect(release.info).toEqual({
      title: "LOINC 2.81",
      version: "2.81",
      source: "Loinc_2.81.zip/LoincTable/Loinc.csv",
    });
    expect(release.size).toBe(2);
    expect(findTerm(release, "2345-7")).toMatchObject({ component: "Glucose", system: "Ser/Plas", class: "CHEM" });
  });

  it("is the official zip whose content stands in a folder", async () => {
    const inside = Object.fromEntries(Object.entries(OFFICIAL).map(([name, text]) => [`Loinc_2.81/${name}`, text]));
    expect((await openReference(folder.write("again.zip", zipBytes(inside)))).size).toBe(2);
  });

  it("is the folder that the zip unpacks to", async () => {
    for (const [name, text] of Object.entries(OFFICIAL)) folder.write(`Loinc_2.80/${name}`, text);
    const release = await openReference(`${folder.path}/Loinc_2.80`);
    expect(release.info).toEqual({ title: "LOINC 2.80", version: "2.80", source: "Loinc_2.80/LoincTable/Loinc.csv" });
    expect(release.size).toBe(2);
  });

  it("is the table alone, of a version that nothing says", async () => {
    const release = await openReference(folder.write("Loinc.csv", TABLE));
    expect(release.info).toEqual({ title: "LOINC", version: "", source: "Loinc.csv" });
    expect(release.size).toBe(2);
  });

  it("is a pack, which remembers where it comes from", async () => {
    const release = await openReference(folder.write("Loinc_2.81.zip", zipBytes(OFFICIAL)));
    const again = await openReference(folder.write("reference.pack", encodePack(release)));
    expect(again.info).toEqual(release.info);
    expect(findTerm(again, "718-7")).toEqual(findTerm(release, "718-7"));
  });

  it("tells how many terms it has read", async () => {
    const told: number[] = [];
    await openReference(folder.write("Loinc.csv", TABLE), (terms) => told.push(terms));
    expect(told.at(-1)).toBe(2);
  });
});

describe("a path that holds no reference is refused with the reason", () => {
  it.each([
    [
      "an archive without the table",
      () => folder.write("other.zip", zipBytes({ "a.txt": "a" })),
      /ne contient pas Loinc\.csv/,
    ],
    ["an archive cut short", () => folder.write("cut.zip", zipBytes(OFFICIAL).subarray(0, 300)), /archive est abîmée/],
    [
      "a folder without the table",
      () => folder.write("empty/a.txt", "a").replace(/\/a\.txt$/, ""),
      /ce dossier ne contient pas/,
    ],
    ["another table", () => folder.write("MapTo.csv", OFFICIAL["LoincTable/MapTo.csv"]), /colonne\(s\) LOINC_NUM/],
    ["an empty file", () => folder.write("empty.csv", ""), /vide/],
    [
      "half a pack",
      () => folder.write("half.pack", Buffer.from("TLPK\x01\x00\x00\x00\xff\x00\x00\x00\x00\x00\x00\x00{", "latin1")),
      /abîmée/,
    ],
    ["nothing", () => `${folder.path}/nowhere.zip`, /n'existe pas/],
  ])("%s", async (_, path, reason) => {
    const opened = openReference(path());
    await expect(opened).rejects.toThrow(UnreadableReference);
    await expect(opened).rejects.toThrow(reason);
  });
});
