/** Thousands of rows in one statement: columns travel as arrays and become rows by `unnest`. */
import type { Queries } from "./database.ts";
import { storable } from "./storable-text.ts";

/** A column's SQL type and its values, one a row. JSON values are texts. */
export type Column = readonly [type: string, values: readonly (string | number | boolean | null)[]];
export type Columns = { readonly [name: string]: Column };

/** Inserts rows in order; what `returning` names of each, in the same order when it is an identity. */
export function insertMany<T>(queries: Queries, table: string, columns: Columns, returning: string): Promise<T[]> {
  const { names, source, values, parameters } = unnested(columns);
  return queries.query<T>(
    `insert into ${table} (${names.join(", ")})
     select ${values.join(", ")} from ${source} order by given.ordinal returning ${returning}`,
    parameters,
  );
}

/** Sets the other columns of the rows that the column `id` names. */
export async function updateMany(queries: Queries, table: string, columns: Columns): Promise<void> {
  const { names, source, values, parameters } = unnested(columns);
  const sets = names.flatMap((name, i) => (name === "id" ? [] : [`${name} = ${values[i]}`]));
  await queries.query(
    `update ${table} as target set ${sets.join(", ")} from ${source} where target.id = given.id::bigint`,
    parameters,
  );
}

function unnested(columns: Columns) {
  const names = Object.keys(columns);
  const types = names.map((name) => columns[name]![0]);
  return {
    names,
    source: `unnest(${types.map((type, i) => `$${i + 1}::${carrier(type)}[]`).join(", ")})
      with ordinality as given (${names.join(", ")}, ordinal)`,
    values: names.map((name, i) => `given.${name}::${types[i]}`),
    parameters: names.map((name) => arrayLiteral(columns[name]![1])),
  };
}

/**
 * `values` as PostgreSQL writes an array. The drivers would write it too, but slower, and the thread of PGlite would be
 * sent thousands of texts instead of one.
 */
export function arrayLiteral(values: Column[1]): string {
  const parts = values.map((value) => {
    if (typeof value === "number") return String(value);
    return value === null ? "NULL" : `"${storable(String(value)).replace(SPECIAL, "\\$&")}"`;
  });
  return `{${parts.join(",")}}`;
}

const SPECIAL = /["\\]/g;

/** Numbers travel as they are, all else as text, which both drivers write alike. */
function carrier(type: string): string {
  return ["int", "bigint", "double precision"].includes(type) ? type : "text";
}
