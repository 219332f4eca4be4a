import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/temporary-folder.ts";
import { zipBytes } from "../../test/zip-bytes.ts";
import { openZipEntry, ZipError } from "./zip.ts";

const folder = temporaryFolder();
const long = "Glycémie ; ".repeat(20_000);
const bytes = zipBytes({ "README.txt": "read me", "Table/Loinc.csv": long, "Other/Loinc.csv": "second" });
const whole = folder.write("whole.zip", bytes);

/** How many descriptors this process holds on `path`. */
function openings(path: string): number {
  return readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(join("/proc/self/fd", fd)) === path;
    } catch {
      return false;
    }
  }).length;
}

describe("an entry of a zip", () => {
  it("is the first whose name matches, unpacked", async () => {
    const entry = await openZipEntry(whole, /Loinc\.csv$/);
    expect(entry?.name).toBe("Table/Loinc.csv");
    expect(await text(entry!.stream)).toBe(long);
  });

  it("is not found when no name matches", async () => {
    expect(await openZipEntry(whole, /MapTo\.csv$/)).toBeUndefined();
  });

  it("is refused when the archive is cut short", async () => {
    const cut = folder.write("cut.zip", bytes.subarray(0, bytes.length - 30));
    await expect(openZipEntry(cut, /csv$/)).rejects.toThrow(ZipError);
  });

  it("fails while it is read when its bytes are damaged", async () => {
    const spoilt = Buffer.from(bytes);
    spoilt.fill(0xff, 120, 200);
    const entry = await openZipEntry(folder.write("spoilt.zip", spoilt), /Loinc\.csv$/);
    await expect(text(entry!.stream)).rejects.toThrow(ZipError);
  });

  it.runIf(process.platform === "linux")("leaves the file closed", async () => {
    const entry = await openZipEntry(whole, /Loinc\.csv$/);
    await text(entry!.stream);
    await openZipEntry(whole, /MapTo\.csv$/);
    await expect.poll(() => openings(whole)).toBe(0);
  });
});
