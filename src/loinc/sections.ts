/**
 * A file of named byte sections: `TLPK`, a version, the length of a JSON header, the header, then raw sections at 8-byte
 * boundaries. Loading maps typed arrays onto the file's bytes; nothing is parsed but the header.
 */

const MAGIC = 0x4b504c54; // "TLPK"
const VERSION = 1;
const START = 16;

type Place = { readonly name: string; readonly offset: number; readonly length: number };

/** Named bodies, in the order in which they are written. */
export type Bodies = readonly (readonly [name: string, body: Uint8Array])[];

/** Thrown when bytes are not a pack, or one of another version; the message is in French. */
export class PackError extends Error {
  override readonly name = "PackError";
}

/** The parts that make a file when written one after the other. `header` may hold anything but `sections`. */
export function encodeSections(header: Readonly<Record<string, unknown>>, bodies: Bodies): Uint8Array[] {
  let offset = 0;
  const sections = bodies.map(([name, body]): Place => {
    const place = { name, offset, length: body.length };
    offset += aligned(body.length);
    return place;
  });
  const json = Buffer.from(JSON.stringify({ ...header, sections }), "utf8");
  const start = Buffer.alloc(START + aligned(json.length));
  start.writeUInt32LE(MAGIC, 0);
  start.writeUInt32LE(VERSION, 4);
  start.writeUInt32LE(json.length, 8);
  json.copy(start, START);
  return [start, ...bodies.flatMap(([, body]) => [body, new Uint8Array(aligned(body.length) - body.length)])];
}

/** True when `bytes` begin as a pack does. */
export function isPack(bytes: Uint8Array): boolean {
  return bytes.length >= START && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === MAGIC;
}

export type Sections = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly has: (name: string) => boolean;
  /** The bytes of a section; throws `PackError` when the file lacks it. */
  readonly bytes: (name: string) => Uint8Array;
  readonly words: (name: string) => Uint32Array;
  readonly json: (name: string) => unknown;
};

/** The length of the start of a pack that holds its whole header, told by its first 16 bytes. */
export function headerEnd(bytes: Uint8Array): number {
  return START + aligned(new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true));
}

/** The header at the start of a pack, of which `bytes` may be that start alone. Throws `PackError` as `decodeSections` does. */
export function decodeHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(4, true) !== VERSION)
    throw new PackError(
      `référence compacte de version ${view.getUint32(4, true)}, attendue : ${VERSION} ; refaites-la depuis la table officielle.`,
    );
  return parseHeader(bytes.subarray(START, START + view.getUint32(8, true)));
}

/** The sections that `bytes` hold. Keeps a reference to them. Throws `PackError` when they are no pack of this version. */
export function decodeSections(bytes: Uint8Array): Sections {
  if (!isPack(bytes)) throw new PackError("ce n'est pas une référence compacte de Transloinc.");
  // Typed arrays need their alignment: copy once when the bytes stand at an odd place in their buffer.
  const pack = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
  const view = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  const header = decodeHeader(pack) as ReturnType<typeof parseHeader>;
  const bodyStart = START + aligned(view.getUint32(8, true));
  const places = new Map(header.sections.map((place) => [place.name, place]));
  const section = (name: string): Uint8Array => {
    const found = places.get(name);
    if (found === undefined || bodyStart + found.offset + found.length > pack.length)
      throw new PackError(`référence compacte incomplète (${name}) ; refaites-la depuis la table officielle.`);
    return pack.subarray(bodyStart + found.offset, bodyStart + found.offset + found.length);
  };
  return {
    header,
    has: (name) => places.has(name),
    bytes: section,
    words(name) {
      const body = section(name);
      return new Uint32Array(body.buffer, body.byteOffset, body.length / 4);
    },
    json: (name) => JSON.parse(Buffer.from(section(name)).toString("utf8")) as unknown,
  };
}

function parseHeader(bytes: Uint8Array): Readonly<Record<string, unknown>> & { readonly sections: readonly Place[] } {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8")) as ReturnType<typeof parseHeader>;
  } catch {
    throw new PackError("référence compacte abîmée (en-tête) ; refaites-la depuis la table officielle.");
  }
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** The bytes of `array`. */
export function bytesOf(array: Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
