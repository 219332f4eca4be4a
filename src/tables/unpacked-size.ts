import { promisify } from "node:util";
import yauzl from "yauzl";

/** How many bytes the zip in `bytes` says that it unpacks to. Rejects when it is no whole zip. */
export async function unpackedSize(bytes: Uint8Array): Promise<number> {
  const zip = await promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)(Buffer.from(bytes), {
    lazyEntries: true,
  });
  return new Promise((resolve, reject) => {
    let size = 0;
    zip.on("error", reject);
    zip.on("end", () => resolve(size));
    zip.on("entry", (entry: yauzl.Entry) => {
      size += entry.uncompressedSize;
      zip.readEntry();
    });
    zip.readEntry();
  });
}
