import { PassThrough, type Readable } from "node:stream";
import { promisify } from "node:util";
import yauzl from "yauzl";
import { ReferenceFault } from "./reference-fault.ts";

/** Thrown, also by the stream of an entry, when a file is not a whole zip; the message is in French. */
export class ZipError extends ReferenceFault {
  override readonly name = "ZipError";
}

/** The first entry of the zip at `path` whose name matches, as a stream of its bytes; `undefined` when there is none. */
export async function openZipEntry(
  path: string,
  pattern: RegExp,
): Promise<{ name: string; stream: Readable } | undefined> {
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, { lazyEntries: true }).catch(
    (error: unknown) => {
      throw damaged(error);
    },
  );
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      zip.close();
      reject(damaged(error));
    };
    zip.on("error", fail);
    zip.on("end", () => resolve(undefined));
    zip.on("entry", (entry: yauzl.Entry) => {
      if (!pattern.test(entry.fileName)) return zip.readEntry();
      zip.openReadStream(entry, (error, bytes) => {
        if (error) return fail(error);
        // the file is closed once this entry is read
        zip.close();
        const stream = bytes.pipe(new PassThrough());
        bytes.on("error", (cause) => stream.destroy(damaged(cause)));
        resolve({ name: entry.fileName, stream });
      });
    });
    zip.readEntry();
  });
}

function damaged(cause: unknown): ZipError {
  return new ZipError("cette archive est abîmée ou incomplète ; téléchargez-la de nouveau.", { cause });
}

export type Archive = {
  /** Names and sizes, unpacked and in bytes, of the files in it. */
  readonly entries: readonly { readonly name: string; readonly size: number }[];
  /** The bytes of the entry of this name, unpacked. */
  readonly open: (name: string) => Promise<Readable>;
  readonly close: () => void;
};

/** The zip at `path`, to read several of its files; to be closed. Throws `ZipError` when it is damaged. */
export async function openArchive(path: string): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false } as const;
  const zip = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(path, options).catch(
    (error: unknown) => {
      throw damaged(error);
    },
  );
  const entries = new Map<string, yauzl.Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("error", (error) => reject(damaged(error)));
    zip.on("end", resolve);
    zip.on("entry", (entry: yauzl.Entry) => {
      if (!entry.fileName.endsWith("/")) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  }).catch((error: unknown) => {
    zip.close();
    throw error;
  });
  return {
    entries: [...entries.values()].map((entry) => ({ name: entry.fileName, size: entry.uncompressedSize })),
    open: (name) =>
      new Promise((resolve, reject) => {
        zip.openReadStream(entries.get(name)!, (error, bytes) => {
          if (error) return reject(damaged(error));
          const stream = bytes.pipe(new PassThrough());
          bytes.on("error", (cause) => stream.destroy(damaged(cause)));
          resolve(stream);
        });
      }),
    close: () => zip.close(),
  };
}
