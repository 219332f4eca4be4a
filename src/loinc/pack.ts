/** The compact binary form of a release. Loading maps typed arrays onto the file's bytes; nothing is parsed but the header and the coded values. */
import { ReferenceFault } from "./reference-fault.ts";
import {
  CODED,
  type Coded,
  type CodedColumn,
  type Release,
  type ReleaseInfo,
  TEXTS,
  type TextBlob,
} from "./release.ts";
import { decodeSections, encodeSections, hasMark, versionOf } from "./sections.ts";

const MARK = "TLPK";
const VERSION = 1;

type Head = { readonly info: ReleaseInfo; readonly size: number };

/** Thrown when bytes are not a pack, or one of another version; the message is in French. */
export class PackError extends ReferenceFault {
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
  return encodeSections(MARK, VERSION, { info: release.info, size: release.size } satisfies Head, bodies);
}

/** True when `bytes` begin as a pack does. */
export function isPack(bytes: Uint8Array): boolean {
  return hasMark(bytes, MARK);
}

/** The release that `bytes` hold. Keeps a reference to them. Throws `PackError` when they are not a whole pack of this version. */
export function decodePack(bytes: Uint8Array): Release {
  if (!isPack(bytes)) throw new PackError("ce n'est pas une référence compacte de Transloinc.");
  const version = versionOf(bytes);
  if (version !== VERSION)
    throw new PackError(
      `référence compacte de version ${version}, attendue : ${VERSION} ; refaites-la depuis la table officielle.`,
    );
  const pack = decodeSections<Head>(bytes);
  if (pack === undefined)
    throw new PackError("référence compacte abîmée (en-tête) ; refaites-la depuis la table officielle.");
  const section = (name: string): Uint8Array => {
    const found = pack.section(name);
    if (found === undefined)
      throw new PackError(`référence compacte incomplète (${name}) ; refaites-la depuis la table officielle.`);
    return found;
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
    info: pack.head.info,
    size: pack.head.size,
    codes: words("codes"),
    status: section("status"),
    use: section("use"),
    rank: words("rank"),
    coded: coded as Release["coded"],
    texts: texts as Release["texts"],
  };
}

function bytesOf(array: Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
