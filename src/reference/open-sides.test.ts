import { describe, expect, it } from "vitest";
import { circuitXlsx, loincZip, starterTerm } from "../../test/official-files.ts";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { UnreadableReference } from "../loinc/open-reference.ts";
import { loadStarter } from "../loinc/starter.ts";
import { openSides } from "./open-sides.ts";
import { readOfficial } from "./read-official.ts";
import { install } from "./store.ts";

const folder = temporaryFolder();
const starter = loadStarter();
let count = 0;

const zip = (version: string): string =>
  folder.write(`Loinc_${version}.zip`, loincZip({ version, terms: [starterTerm("718-7")] }));
const circuit = async (version: string): Promise<string> =>
  folder.write(`circuit ${version}.xlsx`, await circuitXlsx({ analyses: ["718-7"] }));

async function sides(installed: readonly string[], to: readonly string[], from: readonly string[] = []) {
  const data = `${folder.path}/data-${count++}`;
  for (const path of installed) {
    const { references } = await readOfficial([path], { starter, now: "" });
    for (const reference of references) await install(data, reference);
  }
  const opened = await openSides(to, from, { data, starter });
  const titles = (facts: readonly { readonly title: string }[]): string[] => facts.map(({ title }) => title).sort();
  return { to: titles(opened.to.facts), from: titles(opened.from.facts), known: opened.from.release !== undefined };
}

describe("the two sides of a change", () => {
  it("of a kind that is named, the version installed before it; of others the same on both sides", async () => {
    const installed = [zip("2.80"), zip("2.81"), await circuit("2026-01"), await circuit("2026-06")];
    expect(await sides(installed, ["2.81"])).toEqual({
      to: ["Circuit de la biologie 2026-06", "LOINC 2.81"],
      from: ["Circuit de la biologie 2026-06", "LOINC 2.80"],
      known: true,
    });
    expect(await sides(installed, ["circuit-2026-06"])).toEqual({
      to: ["Circuit de la biologie 2026-06", "LOINC 2.81"],
      from: ["Circuit de la biologie 2026-01", "LOINC 2.81"],
      known: true,
    });
  });

  it("files may be named on either side", async () => {
    expect(await sides([zip("2.80")], [zip("2.82"), await circuit("2026-06")], [await circuit("2026-01")])).toEqual({
      to: ["Circuit de la biologie 2026-06", "LOINC 2.82"],
      from: ["Circuit de la biologie 2026-01", "LOINC 2.80"],
      known: true,
    });
  });

  it("without an earlier table its value sets are still known; without any table the starter stands on both sides", async () => {
    expect(await sides([], [zip("2.82")], [await circuit("2026-01")])).toEqual({
      to: ["LOINC 2.82"],
      from: ["Circuit de la biologie 2026-01"],
      known: false,
    });
    expect((await sides([], [await circuit("2026-06")])).known).toBe(true);
  });

  it("a name that means nothing is refused", async () => {
    await expect(sides([], ["2.99"])).rejects.toThrow(UnreadableReference);
  });
});
