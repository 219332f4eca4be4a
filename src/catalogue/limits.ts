/** How large a file may be: a catalogue has some thousand rows, so anything far above is not one. */
import { counted, errorAt } from "./problems.ts";
import type { Problem } from "./types.ts";

export type Limits = {
  /** Bytes of one file; 64 MiB unless said otherwise. */
  readonly maxBytes?: number;
  /** Lines of one file; 500,000 unless said otherwise. */
  readonly maxRows?: number;
};

const MIB = 1024 * 1024;
const MAX_BYTES = 64 * MIB;
const MAX_ROWS = 500_000;

/** An error when a file of `size` bytes is over the limit. */
export function overBytes(size: number, file: string, limits: Limits): Problem | undefined {
  const { maxBytes = MAX_BYTES } = limits;
  if (size <= maxBytes) return undefined;
  return errorAt(
    { file },
    "file-too-large",
    `Le fichier fait ${mib(size)} Mio, plus que la limite de ${mib(maxBytes)} Mio : vérifiez que c'est bien un export de catalogue.`,
  );
}

/** An error when `bytes` hold more lines than the limit; they are counted, not parsed. */
export function overRows(bytes: Uint8Array, file: string, limits: Limits): Problem | undefined {
  const { maxRows = MAX_ROWS } = limits;
  const rows = countLines(bytes);
  if (rows <= maxRows) return undefined;
  return errorAt(
    { file },
    "too-many-rows",
    `Le fichier a ${counted(rows, "ligne", "lignes")}, plus que la limite de ${counted(maxRows, "ligne", "lignes")} : vérifiez que c'est bien un export de catalogue.`,
  );
}

function countLines(bytes: Uint8Array): number {
  const last = bytes.at(-1);
  let lines = last === undefined || last === 0x0a || last === 0x0d ? 0 : 1;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0x0a || (bytes[i] === 0x0d && bytes[i + 1] !== 0x0a)) lines++;
  }
  return lines;
}

function mib(bytes: number): string {
  return (bytes / MIB).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
}
