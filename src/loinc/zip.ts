import type { Readable } from "node:stream";
import { promisify } from "node:util";
import yauzl from "yauzl";

/** The first entry of the zip at `path` whose name matches, as a stream of its bytes; `undefined` when there is none. */
export async function openZipEntry(
  path: string,
  pattern: RegExp,
): Promise<{ name: string; stream: Readable } | undefined> {
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, {
    lazyEntries: true,
    autoClose: true,
  });
  return new Promise((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", () => resolve(undefined));
    zip.on("entry", (entry: yauzl.Entry) => {
      if (!pattern.test(entry.fileName)) return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve({ name: entry.fileName, stream })));
    });
    zip.readEntry();
  });
}
