/** Files that are no CSV at all, and what they look like. */
import { errorAt } from "./problems.ts";
import type { Problem } from "./types.ts";

const AS_CSV =
  "exportez-le en CSV (séparateur point-virgule, encodage UTF-8 ou Windows-1252) et donnez le fichier obtenu.";

/** How far into a file its signature is looked for, in bytes. */
const START = 4096;

/** Why `bytes` cannot be read as CSV, `undefined` when they may be text. */
export function notText(bytes: Uint8Array, file: string): Problem | undefined {
  const start = Buffer.from(bytes.subarray(0, START)).toString("latin1");
  if (isUtf16(bytes, start)) {
    return errorAt(
      { file },
      "utf-16",
      "Ce fichier est en UTF-16 (« texte Unicode ») : exportez-le en CSV UTF-8 ou Windows-1252.",
    );
  }
  const looksLike = looksLikeOf(start) ?? (bytes.includes(0) ? "un fichier binaire" : undefined);
  return looksLike === undefined ? undefined : errorAt({ file }, "not-text", `Ceci est ${looksLike} : ${AS_CSV}`);
}

function looksLikeOf(start: string): string | undefined {
  if (start.startsWith("PK\x03\x04")) {
    if (start.includes("opendocument.spreadsheet")) return "un classeur LibreOffice";
    if (start.includes("xl/") || start.includes("[Content_Types].xml")) return "un classeur Excel";
    return "une archive ZIP";
  }
  if (start.startsWith("\xd0\xcf\x11\xe0")) return "un ancien classeur Excel (.xls)";
  if (start.startsWith("%PDF")) return "un document PDF";
  if (start.startsWith("\x1f\x8b") || start.startsWith("7z\xbc\xaf")) return "une archive compressée";
  if (/^\s*<(!doctype html|html|table)\b/i.test(start)) return "une page HTML (parfois nommée .xls)";
  if (/^(\xef\xbb\xbf)?\s*<\?xml\b/i.test(start)) return "un fichier XML";
  return undefined;
}

/** By its mark, or by zeros in every other byte: ASCII letters stored on two bytes. */
function isUtf16(bytes: Uint8Array, start: string): boolean {
  if (start.startsWith("\xff\xfe") || start.startsWith("\xfe\xff")) return true;
  const sample = bytes.subarray(0, START);
  const zeros = [0, 0];
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2]!++;
  const half = sample.length / 2;
  return half >= 2 && Math.max(...zeros) > half * 0.7 && Math.min(...zeros) < half * 0.1;
}
