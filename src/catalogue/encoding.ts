/**
 * From bytes to text and back, in the encodings that French laboratory systems write. All of them hold ASCII as it is.
 */
import { isAscii, isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { frenchness } from "./frenchness.ts";
import { warningAt } from "./problems.ts";
import type { Problem } from "./types.ts";

export type Encoding = "utf-8" | SingleByte;

type SingleByte = "windows-1252" | "iso-8859-15" | "cp850" | "macroman";

/** In order of preference when several explain the bytes equally well. */
const SINGLE_BYTE: readonly SingleByte[] = ["windows-1252", "iso-8859-15", "cp850", "macroman"];

/** The UTF-8 byte order mark. */
export const BOM: Uint8Array = Uint8Array.of(0xef, 0xbb, 0xbf);

export type DetectedEncoding = {
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** The encodings that explain the bytes as well as `encoding` does, itself among them: all for pure ASCII. */
  readonly possible: readonly Encoding[];
  readonly problems: readonly Problem[];
};

/**
 * The encoding of `bytes`, which are known to be text: UTF-8 when they begin with its mark or are valid UTF-8, else the
 * single-byte encoding that gives the most plausible French. Warns when it is an old one, or when none gives plausible
 * text.
 */
export function detectEncoding(bytes: Uint8Array, file: string): DetectedEncoding {
  const bom = hasBom(bytes);
  if (isAscii(bytes)) return { encoding: "utf-8", bom, possible: ["utf-8", ...SINGLE_BYTE], problems: [] };
  if (isUtf8(bytes)) return { encoding: "utf-8", bom, possible: ["utf-8"], problems: [] };
  if (bom) {
    const message =
      "Le fichier s'annonce en UTF-8 mais contient des octets qui n'en sont pas : les accents concernés sont illisibles. Exportez-le de nouveau en UTF-8.";
    return { encoding: "utf-8", bom, possible: ["utf-8"], problems: [warningAt({ file }, "invalid-utf8", message)] };
  }
  const scored = SINGLE_BYTE.map((encoding) => ({ encoding, score: frenchness(bytes, charactersOf(encoding)) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const possible = scored.filter(({ score }) => score === best.score).map(({ encoding }) => encoding);
  return { encoding: best.encoding, bom, possible, problems: doubts(best.encoding, best.score, file) };
}

/** `bytes` in an encoding that a person chose: nothing is guessed, nothing is doubted. */
export function chosenEncoding(bytes: Uint8Array, encoding: Encoding): DetectedEncoding {
  return { encoding, bom: encoding === "utf-8" && hasBom(bytes), possible: [encoding], problems: [] };
}

function doubts(encoding: SingleByte, score: number, file: string): Problem[] {
  if (score < 0) {
    const message = `Les accents du fichier ne sont pas reconnus avec certitude (lus en ${encoding}) : vérifiez les libellés, ou exportez le fichier en UTF-8.`;
    return [warningAt({ file }, "uncertain-encoding", message)];
  }
  if (encoding === "cp850" || encoding === "macroman") {
    const origin = encoding === "cp850" ? "DOS (cp850)" : "Mac ancien (MacRoman)";
    const message = `Le fichier est dans un encodage ${origin} : il est lu et sera rendu ainsi. Vérifiez les accents, ou exportez-le en Windows-1252 ou en UTF-8.`;
    return [warningAt({ file }, "old-encoding", message)];
  }
  return [];
}

function hasBom(bytes: Uint8Array): boolean {
  return BOM.every((byte, i) => bytes[i] === byte);
}

const characters = new Map<SingleByte, string>();

/** The 256 characters of a single-byte encoding, in byte order; U+FFFD for a byte that it does not use. */
function charactersOf(encoding: SingleByte): string {
  let all = characters.get(encoding);
  if (all === undefined) {
    all = iconv.decode(
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
      encoding,
    );
    characters.set(encoding, all);
  }
  return all;
}

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** `bytes` as text; U+FFFD for what `encoding` cannot read. */
export function decode(bytes: Uint8Array, encoding: Encoding): string {
  return encoding === "utf-8" ? utf8.decode(bytes) : iconv.decode(bytes, encoding);
}

/** `text` as bytes, without byte order mark; `?` for what `encoding` cannot write: ask {@link canEncode} first. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  return encoding === "utf-8" ? new TextEncoder().encode(text) : iconv.encode(text, encoding);
}

/** Whether `encoding` can write `character`. */
export function canEncode(character: string, encoding: Encoding): boolean {
  if (character === "\ufffd") return encoding === "utf-8";
  return encoding === "utf-8" || charactersOf(encoding).includes(character);
}
