/**
 * Files that are mapped rather than parsed: a mark of four letters, a version, the length of a JSON header, the header, then raw
 * little-endian sections at 8-byte boundaries.
 */

const START = 16;

type Section = { readonly name: string; readonly offset: number; readonly length: number };
type Header<Head> = Head & { readonly sections: readonly Section[] };

/** What such a file holds. `section` gives the bytes of a section, 8-byte aligned, or `undefined` when they are not all there. */
export type Sections<Head> = {
  readonly head: Head;
  readonly section: (name: string) => Uint8Array | undefined;
};

/** The bytes of a file with `head` in its header and `bodies` as its sections. */
export function encodeSections(
  mark: string,
  version: number,
  head: object,
  bodies: readonly (readonly [name: string, bytes: Uint8Array])[],
): Uint8Array {
  let offset = 0;
  const sections = bodies.map(([name, body]): Section => {
    const section = { name, offset, length: body.length };
    offset += aligned(body.length);
    return section;
  });
  const header = Buffer.from(JSON.stringify({ ...head, sections }), "utf8");
  const bodyStart = START + aligned(header.length);
  const file = Buffer.alloc(bodyStart + offset);
  file.write(mark, 0, "latin1");
  file.writeUInt32LE(version, 4);
  file.writeUInt32LE(header.length, 8);
  header.copy(file, START);
  bodies.forEach(([, body], i) => file.set(body, bodyStart + sections[i]!.offset));
  return file;
}

/** True when `bytes` begin as a file with `mark` does. */
export function hasMark(bytes: Uint8Array, mark: string): boolean {
  return bytes.length >= START && String.fromCharCode(...bytes.subarray(0, 4)) === mark;
}

/** The version that a file with a mark states. */
export function versionOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
}

/** What `bytes` hold, to which it keeps a reference; `undefined` when the header is damaged. */
export function decodeSections<Head>(bytes: Uint8Array): Sections<Head> | undefined {
  // Typed arrays need their alignment: copy once when the bytes stand at an odd place in their buffer.
  const file = bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
  const headerLength = new DataView(file.buffer, file.byteOffset).getUint32(8, true);
  const head = parsed<Header<Head>>(file.subarray(START, START + headerLength));
  if (head === undefined) return undefined;
  const bodyStart = START + aligned(headerLength);
  const sections = new Map(head.sections.map((section) => [section.name, section]));
  return {
    head,
    section(name) {
      const found = sections.get(name);
      if (found === undefined || bodyStart + found.offset + found.length > file.length) return undefined;
      return file.subarray(bodyStart + found.offset, bodyStart + found.offset + found.length);
    },
  };
}

function parsed<Value>(bytes: Uint8Array): Value | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8")) as Value;
  } catch {
    return undefined;
  }
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
