/** The files that come back, looked at by bytes alone: a second opinion, which shares no code with the program. */

const SEPARATOR = ";".charCodeAt(0);
const QUOTE = '"'.charCodeAt(0);
const CR = "\r".charCodeAt(0);
const LF = "\n".charCodeAt(0);

export type Split = {
  readonly kept: Uint8Array;
  /** Of what was there and of what was added; accents are not decoded. */
  readonly cells: readonly string[];
  readonly appended: readonly string[];
  readonly lineEnd: string;
};

/** The records of `bytes`, each parted into what was there and its last `count` cells. No cell may hold a line end. */
export function splitAppended(bytes: Uint8Array, count: number): Split[] {
  const records: Split[] = [];
  let start = 0;
  while (start < bytes.length) {
    let quoted = false;
    let at = start;
    const separators: number[] = [];
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) quoted = !quoted;
      else if (!quoted && byte === SEPARATOR) separators.push(at);
      else if (!quoted && (byte === CR || byte === LF)) break;
    }
    const end = at;
    while (at < bytes.length && (bytes[at] === CR || bytes[at] === LF)) at++;
    const cells = [start - 1, ...separators].map((separator, i) => {
      const cell = Buffer.from(bytes.subarray(separator + 1, separators[i] ?? end)).toString("latin1");
      return cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    });
    records.push({
      kept: bytes.subarray(start, separators.at(-count)!),
      cells: cells.slice(0, -count),
      appended: cells.slice(-count),
      lineEnd: Buffer.from(bytes.subarray(end, at)).toString("latin1"),
    });
    start = at;
  }
  return records;
}

/** The bytes of the file without its last `count` cells a record. */
export function withoutAppended(bytes: Uint8Array, count: number): Buffer {
  return Buffer.concat(
    splitAppended(bytes, count).flatMap(({ kept, lineEnd }) => [kept, Buffer.from(lineEnd, "latin1")]),
  );
}
