/**
 * The compact binary form of a release: `TLPK`, a version, the length of a JSON header, the header, then raw little-endian
 * sections at 8-byte boundaries. Loading maps typed arrays onto the file's bytes; nothing is parsed but the header.
 */
import {
  CODED,
  type Coded,
  type CodedColumn,
  type Release,
  type ReleaseInfo,
  TEXTS,
  type TextBlob,
} from "./release.ts";

const MAGIC = 0x4b504c54; // "TLPK"
const VERSION = 1;
const START = 16;

type Section = { readonly name: string; readonly offset: number; readonly length: number };
type Header = { readonly info: ReleaseInfo; readonly size: number; readonly sections: readonly Section[] };

/** Thrown when bytes are not a pack, or one of another version; the message is in French. */
export class PackError extends Error {
  override readonly name = "PackError";
}

/** The bytes of `release`. */
export function encodePack(release: Release): Uint8Array {
  const bodies: [string, Uint8Array][] = [
    ["codes", bytesOf(release.codes)],
    ["status", release.status],
    ["use", release.use],
    ["rank", bytesOf(release.rank)],
  ];
  for (const column of CODED) {
    bodies.push([`${column}.ids`, bytesOf(release.coded[column].ids)]);
    bodies.push([`${column}.values`, Buffer.from(JSON.stringify(release.coded[column].values), "utf8")]);
  }
  for (const column of TEXTS) {
    bodies.push(
      [`${column}.bytes`, release.texts[column].bytes],
      [`${column}.ends`, bytesOf(release.texts[column].ends)],
    );
  }
  let offset = 0;
  const sections = bodies.map(([name, body]) => {
    const section = { name, offset, length: body.length };
    offset += aligned(body.length);
    return section;
  });
  const header = Buffer.from(
    JSON.stringify({ info: release.info, size: release.size, sections } satisfies Header),
    "utf8",
  );
  const bodyStart = START + aligned(header.length);
  const pack = Buffer.alloc(bodyStart + offset);
  pack.writeUInt32LE(MAGIC, 0);
  pack.writeUInt32LE(VERSION, 4);
  pack.writeUInt32LE(header.length, 8);
  header.copy(pack, START);
  bodies.forEach(([, body], i) => pack.set(body, bodyStart + sections[i]!.offset));
  return pack;
}

/** True when `bytes` begin as a pack does. */
export function isPack(bytes: Uint8Array): boolean {
  return bytes.length >= START && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === MAGIC;
}

/** The release that `bytes` hold. Keeps a reference to them. Throws `PackError` when they are not a whole pack of this version. */
export function decodePack(bytes: Uint8Array): Release {
  if (!isPack(bytes)) throw new PackError("ce n'est pas une référence compacte de Transloinc.");
  // Typed arrays need their alignment: copy once when the bytes stand at an odd place in their buffer.
  const pack = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  if (view.getUint32(4, true) !== VERSION)
    throw new PackError(
      `référence compacte de version ${view.getUint32(4, true)}, attendue : ${VERSION} ; refaites-la depuis la table officielle.`,
    );
  const headerLength = view.getUint32(8, true);
  const header = parseHeader(pack.subarray(START, START + headerLength));
  const bodyStart = START + aligned(headerLength);
  const sections = new Map(header.sections.map((section) => [section.name, section]));
  const section = (name: string): Uint8Array => {
    const found = sections.get(name);
    if (found === undefined || bodyStart + found.offset + found.length > pack.length)
      throw new PackError(`référence compacte incomplète (${name}) ; refaites-la depuis la table officielle.`);
    return pack.subarray(bodyStart + found.offset, bodyStart + found.offset + found.length);
  };
  const words = (name: string): Uint32Array => {
    const body = section(name);
    return new Uint32Array(body.buffer, body.byteOffset, body.length / 4);
  };
  const coded = Object.fromEntries(
    CODED.map((column): [Coded, CodedColumn] => {
      const values = JSON.parse(Buffer.from(section(`${column}.values`)).toString("utf8")) as string[];
      return [column, { values, ids: words(`${column}.ids`) }];
    }),
  );
  const texts = Object.fromEntries(
    TEXTS.map((column): [string, TextBlob] => [
      column,
      { bytes: section(`${column}.bytes`), ends: words(`${column}.ends`) },
    ]),
  );
  return {
    info: header.info,
    size: header.size,
    codes: words("codes"),
    status: section("status"),
    use: section("use"),
    rank: words("rank"),
    coded: coded as Release["coded"],
    texts: texts as Release["texts"],
  };
}

function parseHeader(bytes: Uint8Array): Header {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8")) as Header;
  } catch {
    throw new PackError("référence compacte abîmée (en-tête) ; refaites-la depuis la table officielle.");
  }
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function bytesOf(array: Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
