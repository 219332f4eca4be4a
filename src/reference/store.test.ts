import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { aTerm } from "../../test/term.ts";
import { buildRelease } from "../loinc/build-release.ts";
import { NO_COMPANIONS } from "./companions.ts";
import { dataFolder } from "./data-folder.ts";
import { countsOf, type Reference, type ReferenceKind } from "./reference.ts";
import { install, installedBefore, installedNamed, inventory, openInstalled, remove, verify } from "./store.ts";

const folder = temporaryFolder();
let count = 0;
const newData = (): string => join(folder.path, `data ${count++}`);

function aReference(version: string, kind: ReferenceKind = "loinc", component = "Glucose"): Reference {
  const title = `${kind} ${version}`;
  const release = buildRelease({ title, version, source: "" }, [aTerm({ code: "2345-7", component })]);
  const counts = countsOf({ release, companions: NO_COMPANIONS });
  const facts = { kind, version, title, sources: [], sourceHash: "", added: "2026-11-27T10:00:00.000Z", counts };
  return { facts, release, companions: NO_COMPANIONS };
}

const idsOf = async (data: string): Promise<string[]> =>
  (await inventory(data)).installed.map(({ id, inUse }) => (inUse ? `${id}*` : id));
const packs = (data: string): string => join(data, "references");

describe("installed references", () => {
  it("are none before the first one is added", async () => {
    expect(await inventory(newData())).toEqual({ installed: [], problems: [] });
  });

  it("of each kind the latest version is in use, in whatever order they came", async () => {
    const data = newData();
    for (const version of ["2.9", "2.81", "2.80"]) await install(data, aReference(version));
    await install(data, aReference("2026-06-30", "circuit"));
    expect(await idsOf(data)).toEqual(["loinc-2.81*", "loinc-2.80", "loinc-2.9", "circuit-2026-06-30*"]);
    const opened = await openInstalled(data);
    expect(opened.map(({ release }) => release!.info.title)).toEqual(["loinc 2.81", "circuit 2026-06-30"]);
  });

  it("are removed one by one, and the one before is in use again", async () => {
    const data = newData();
    for (const version of ["2.80", "2.81"]) await install(data, aReference(version));
    expect(await remove(data, "loinc-2.81")).toBe(true);
    expect(await remove(data, "loinc-2.81")).toBe(false);
    expect(await idsOf(data)).toEqual(["loinc-2.80*"]);
  });

  it("of one version the last one added counts, and nothing is left beside it", async () => {
    const data = newData();
    await install(data, aReference("2.81"));
    await install(data, aReference("2.81", "loinc", "Sodium"));
    const [{ release }] = (await openInstalled(data)) as [Reference];
    expect(release!.coded.component.values).toEqual(["", "Sodium"]);
    expect(readdirSync(packs(data))).toEqual(["loinc-2.81.pack"]);
  });

  it("stay as they are when an addition is aborted", async () => {
    const data = newData();
    await install(data, aReference("2.81"));
    const aborted = install(data, aReference("2.81", "loinc", "Sodium"), AbortSignal.abort());
    await expect(aborted).rejects.toThrow("aborted");
    expect((await openInstalled(data))[0]!.release!.coded.component.values).toEqual(["", "Glucose"]);
    expect(readdirSync(packs(data))).toEqual(["loinc-2.81.pack"]);
  });

  it("what a dead process has left goes away, what a living one writes stays", async () => {
    const data = newData();
    await install(data, aReference("2.81"));
    const living = `.loinc-2.82.${process.pid}.00ff-00.tmp`;
    writeFileSync(join(packs(data), living), "");
    // no process has this number: the highest one is lower
    writeFileSync(join(packs(data), ".loinc-2.82.99999999.00ff-00.tmp"), "");
    await install(data, aReference("2.80"));
    expect(readdirSync(packs(data)).sort()).toEqual([living, "loinc-2.80.pack", "loinc-2.81.pack"]);
  });

  it("are verified whole: one changed byte is found", async () => {
    const data = newData();
    const { path } = await install(data, aReference("2.81"));
    const [before] = (await inventory(data)).installed;
    expect(await verify(before!)).toBeUndefined();
    const bytes = readFileSync(path);
    const place = bytes.indexOf("Glucose");
    bytes[place] = 0x67;
    writeFileSync(path, bytes);
    expect(await verify(before!)).toMatchObject({ code: "damaged-pack", file: "loinc-2.81.pack" });
  });

  it("a pack that is no pack is told, and can be removed", async () => {
    const data = newData();
    await install(data, aReference("2.81"));
    writeFileSync(join(packs(data), "loinc-2.82.pack"), "half of it");
    const { installed, problems } = await inventory(data);
    expect(installed.map(({ id }) => id)).toEqual(["loinc-2.81"]);
    expect(problems[0]!.message).toContain("transloinc reference remove loinc-2.82");
    expect(await remove(data, "loinc-2.82")).toBe(true);
  });

  it("no name leads out of the folder", async () => {
    const data = newData();
    await install(data, aReference("2.81"));
    writeFileSync(join(data, "precious.pack"), "");
    expect(await remove(data, "../precious")).toBe(false);
    expect(readdirSync(data)).toContain("precious.pack");
  });

  it("are found by name or version, and by what comes before a version", async () => {
    const data = newData();
    for (const version of ["2.80", "2.81"]) await install(data, aReference(version));
    await install(data, aReference("2.80", "circuit"));
    const { installed } = await inventory(data);
    const named = (name: string): string[] => installedNamed(installed, name).map(({ id }) => id);
    expect([named("loinc-2.80"), named("2.81"), named("2.80"), named("2.79")]).toEqual([
      ["loinc-2.80"],
      ["loinc-2.81"],
      ["loinc-2.80", "circuit-2.80"],
      [],
    ]);
    expect(installedBefore(installed, "loinc", "2.81")!.id).toBe("loinc-2.80");
    expect(installedBefore(installed, "loinc", "2.80")).toBeUndefined();
  });
});

it("the data folder is the one named, else that of the desktop's convention", () => {
  expect(dataFolder("/d", { XDG_DATA_HOME: "/x" })).toBe("/d");
  expect(dataFolder(undefined, { XDG_DATA_HOME: "/x" })).toBe("/x/transloinc");
  for (const XDG_DATA_HOME of [undefined, "", "relative"])
    expect(dataFolder(undefined, { XDG_DATA_HOME })).toMatch(/\/\.local\/share\/transloinc$/);
});
