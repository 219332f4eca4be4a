/** The codes that a cell holds. */

/** Ways to write where a code comes from, and what stands for no code. */
const PREFIX = /^(?:loinc\s*[:#]?\s*|(?:https?:\/\/)?(?:www\.)?loinc\.org\/(?:rdf\/)?)/i;

/** The LOINC codes written in `cell`, each as it is written but for spaces, kinds of hyphens, and a prefix such as `LOINC:`. Words without a digit are no code. */
export function loincCodes(cell: string): string[] {
  const text = cell
    .normalize("NFKC")
    .replace(/[‐‑‒–—−]/g, "-")
    .trim();
  const parts = text.split(/[;,|\n]+|\s+(?=\d{1,7}-\d(?!\d))/).map((part) => part.trim().replace(PREFIX, "").trim());
  const codes = parts.filter((part) => /\d/.test(part));
  return [...new Set(codes)];
}
