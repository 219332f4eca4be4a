/** The sections of a pack, whatever it holds: a release, what stands beside one, or both. */
import { ReferenceFault } from "./reference-fault.ts";
import { decodeSections, encodeSections, hasMark, versionOf } from "./sections.ts";

const MARK = "TLPK";
const VERSION = 1;

/** Thrown when bytes are not a pack, or one of another version; the message is in French. */
export class PackError extends ReferenceFault {
  override readonly name = "PackError";
}

/** Named bodies, in the order in which they are written. */
export type Bodies = readonly (readonly [name: string, body: Uint8Array])[];

/** The bytes of a pack with `head` in its header. */
export function encodePackSections(head: object, bodies: Bodies): Uint8Array {
  return encodeSections(MARK, VERSION, head, bodies);
}

/** True when `bytes` begin as a pack does. */
export function isPack(bytes: Uint8Array): boolean {
  return hasMark(bytes, MARK);
}

export type PackSections = {
  readonly head: Readonly<Record<string, unknown>>;
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The bytes of a section; throws `PackError` when they are not all there. */
  readonly bytes: (name: string) => Uint8Array;
  readonly words: (name: string) => Uint32Array;
  readonly json: (name: string) => unknown;
};

/** How many bytes from the start of a pack hold its header; told by its first 16. */
export function headerEnd(bytes: Uint8Array): number {
  return 16 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
}

/**
 * What `bytes` hold; of the start of a pack alone, the header. Keeps a reference to them. Throws `PackError` when they
 * are no pack of this version.
 */
export function decodePackSections(bytes: Uint8Array): PackSections {
  if (!isPack(bytes)) throw new PackError("ce n'est pas une référence compacte de Transloinc.");
  const version = versionOf(bytes);
  if (version !== VERSION)
    throw new PackError(
      `référence compacte de version ${version}, attendue : ${VERSION} ; refaites-la depuis la table officielle.`,
    );
  const pack = decodeSections<{ readonly sections: readonly { readonly name: string }[] }>(bytes);
  if (pack === undefined)
    throw new PackError("référence compacte abîmée (en-tête) ; refaites-la depuis la table officielle.");
  const names = pack.head.sections.map(({ name }) => name);
  const section = (name: string): Uint8Array => {
    const found = pack.section(name);
    if (found === undefined)
      throw new PackError(`référence compacte incomplète (${name}) ; refaites-la depuis la table officielle.`);
    return found;
  };
  return {
    head: pack.head,
    names,
    has: (name) => names.includes(name),
    bytes: section,
    words: (name) => wordsIn(section(name)),
    json(name) {
      try {
        return JSON.parse(Buffer.from(section(name)).toString("utf8")) as unknown;
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        throw new PackError(`référence compacte abîmée (${name}) ; refaites-la depuis la table officielle.`);
      }
    },
  };
}

/** The numbers in the bytes of a section. */
export function wordsIn(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

/** The bytes of `array`. */
export function bytesOf(array: Uint32Array | Int32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
