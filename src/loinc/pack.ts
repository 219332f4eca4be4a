/** The compact binary form of a release: its columns as sections. */

import { type Bodies, bytesOf, decodePackSections, encodePackSections, type PackSections } from "./pack-sections.ts";
import {
  CODED,
  type Coded,
  type CodedColumn,
  type Release,
  type ReleaseInfo,
  TEXTS,
  type TextBlob,
} from "./release.ts";

export { isPack, PackError } from "./pack-sections.ts";

/** Begins the names of sections that only another room can read. */
const EXTRA = "extra.";

/** The bytes of `release`. */
export function encodePack(release: Release): Uint8Array {
  return encodePackSections({ info: release.info, size: release.size }, releaseBodies(release));
}

/** The release that `bytes` hold. Keeps a reference to them. Throws `PackError` when they are not a whole pack of this version. */
export function decodePack(bytes: Uint8Array): Release {
  return releaseOf(decodePackSections(bytes));
}

/** The sections of a release; `info` and `size` go to the header. */
export function releaseBodies(release: Release): Bodies {
  return [
    ["codes", bytesOf(release.codes)],
    ["status", release.status],
    ["use", release.use],
    ["rank", bytesOf(release.rank)],
    ...CODED.flatMap((column) => codedBodies(column, release.coded[column])),
    ...TEXTS.flatMap((column) => textBodies(column, release.texts[column])),
    ...Array.from(release.extras ?? [], ([name, body]): [string, Uint8Array] => [EXTRA + name, body]),
  ];
}

/** The release that `sections` hold. */
export function releaseOf(sections: PackSections): Release {
  const { info, size } = sections.head as { readonly info: ReleaseInfo; readonly size: number };
  const coded = CODED.map((column): [Coded, CodedColumn] => [column, codedColumn(sections, column)]);
  const texts = TEXTS.map((column): [string, TextBlob] => [column, textBlob(sections, column)]);
  const extras = sections.names.filter((name) => name.startsWith(EXTRA));
  return {
    info,
    size,
    codes: sections.words("codes"),
    status: sections.bytes("status"),
    use: sections.bytes("use"),
    rank: sections.words("rank"),
    coded: Object.fromEntries(coded) as Release["coded"],
    texts: Object.fromEntries(texts) as Release["texts"],
    ...(extras.length > 0 && {
      extras: new Map(extras.map((name) => [name.slice(EXTRA.length), sections.bytes(name)])),
    }),
  };
}

/** The sections of a coded column. */
export function codedBodies(name: string, { ids, values }: CodedColumn): Bodies {
  return [
    [`${name}.ids`, bytesOf(ids)],
    [`${name}.values`, Buffer.from(JSON.stringify(values), "utf8")],
  ];
}

export function codedColumn(sections: PackSections, name: string): CodedColumn {
  return { values: sections.json(`${name}.values`) as string[], ids: sections.words(`${name}.ids`) };
}

/** The sections of a column of texts. */
export function textBodies(name: string, { bytes, ends }: TextBlob): Bodies {
  return [
    [`${name}.bytes`, bytes],
    [`${name}.ends`, bytesOf(ends)],
  ];
}

export function textBlob(sections: PackSections, name: string): TextBlob {
  return { bytes: sections.bytes(`${name}.bytes`), ends: sections.words(`${name}.ends`) };
}
