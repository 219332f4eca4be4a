/** Columns that are filled row by row, and put in another order at the end. */
import type { CodedColumn, TextBlob } from "./release.ts";

export type ColumnBuilder<Column> = {
  readonly add: (value: string) => void;
  /** The column whose rows are those of `order`, by the number that they were added under. */
  readonly build: (order: Uint32Array) => Column;
};

/** A column of few distinct values; the empty one is number 0, the others are numbered as `order` meets them. */
export function codedColumnBuilder(): ColumnBuilder<CodedColumn> {
  const numbers = new Map<string, number>([["", 0]]);
  const rows: number[] = [];
  return {
    add(value) {
      let number = numbers.get(value);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(value, number);
      }
      rows.push(number);
    },
    build(order) {
      const values = [...numbers.keys()];
      const renumbered = new Int32Array(values.length).fill(-1);
      renumbered[0] = 0;
      const kept = [""];
      const ids = Uint32Array.from(order, (row) => {
        const number = rows[row]!;
        if (renumbered[number] === -1) {
          renumbered[number] = kept.length;
          kept.push(values[number]!);
        }
        return renumbered[number]!;
      });
      return { values: kept, ids };
    },
  };
}

/** A column of texts. */
export function textBuilder(): ColumnBuilder<TextBlob> {
  let bytes = Buffer.alloc(1 << 16);
  let length = 0;
  const ends: number[] = [];
  return {
    add(value) {
      // UTF-8 takes at most three bytes for each unit of a string
      if (length + 3 * value.length > bytes.length) {
        const larger = Buffer.alloc(2 * (length + 3 * value.length));
        bytes.copy(larger, 0, 0, length);
        bytes = larger;
      }
      length += bytes.write(value, length, "utf8");
      ends.push(length);
    },
    build(order) {
      let total = 0;
      const sortedEnds = Uint32Array.from(order, (row) => {
        total += ends[row]! - (ends[row - 1] ?? 0);
        return total;
      });
      const sorted = Buffer.alloc(total);
      order.forEach((row, i) => bytes.copy(sorted, sortedEnds[i - 1] ?? 0, ends[row - 1] ?? 0, ends[row]!));
      return { bytes: sorted, ends: sortedEnds };
    },
  };
}
