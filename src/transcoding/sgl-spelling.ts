/** How a label is written in an encoding that lacks some of its characters. */
import { canEncode, type Encoding } from "../catalogue/encoding.ts";

/** Spellings in order of preference; the first one that the encoding has is taken. */
const SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  α: ["alpha"],
  β: ["bêta", "beta"],
  γ: ["gamma"],
  δ: ["delta"],
  Δ: ["delta"],
  ε: ["epsilon"],
  ζ: ["zêta", "zeta"],
  η: ["êta", "eta"],
  θ: ["thêta", "theta"],
  κ: ["kappa"],
  λ: ["lambda"],
  // The Greek letter and the sign for micro look the same; most encodings have the sign alone.
  μ: ["µ", "u"],
  µ: ["u"],
  π: ["pi"],
  σ: ["sigma"],
  τ: ["tau"],
  φ: ["phi"],
  χ: ["chi"],
  ψ: ["psi"],
  ω: ["oméga", "omega"],
  Ω: ["oméga", "omega"],
  "≥": [">="],
  "≤": ["<="],
  "≠": ["<>"],
  "≈": ["~"],
  "±": ["+/-"],
  "×": ["x"],
  "→": ["->"],
  "←": ["<-"],
  "−": ["-"],
  "–": ["-"],
  "—": ["-"],
  "‑": ["-"],
  "’": ["'"],
  "‘": ["'"],
  "“": ['"'],
  "”": ['"'],
  "…": ["..."],
  "·": ["."],
  "•": ["-"],
  œ: ["oe"],
  Œ: ["OE"],
  "€": ["EUR"],
  "‰": ["pour mille"],
  "\u202f": ["\u00a0", " "],
  "\u2009": [" "],
};

/** A character that could not be written, and what stands for it. */
type Respelling = { readonly character: string; readonly spelling: string };

export type Spelled = { readonly text: string; readonly respelled: readonly Respelling[] };

/**
 * `text` with every character that `encoding` lacks spelled otherwise (`β` → `bêta`, `₂` → `2`), as `?` when there is
 * no way.
 */
export function spellIn(text: string, encoding: Encoding): Spelled {
  if (encoding === "utf-8") return { text, respelled: [] };
  const respelled: Respelling[] = [];
  const spelled = [...text.normalize("NFC")].map((character) => {
    if (canEncode(character, encoding)) return character;
    const spelling = spellingOf(character, encoding);
    respelled.push({ character, spelling });
    return spelling;
  });
  return { text: spelled.join(""), respelled };
}

function spellingOf(character: string, encoding: Encoding): string {
  const plain = character.normalize("NFKD").replace(/\p{M}/gu, "");
  const ways = [...(SPELLINGS[character] ?? []), plain];
  return ways.find((way) => way !== "" && [...way].every((letter) => canEncode(letter, encoding))) ?? "?";
}
