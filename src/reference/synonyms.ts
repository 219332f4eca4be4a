/** Which synonyms name an analyte: official lists also hold words for specimens, units and techniques. */

/** A word for a specimen or a technique stands beside hundreds of analytes; a synonym beside few. */
const MOST_ANALYTES = 3;

export type Synonymous = { readonly component: string; readonly synonyms: string };

/** The synonyms of each of `rows` (separated by `;` or `|`) that at most three analytes have, separated by `;`. */
export function specificSynonyms(rows: readonly Synonymous[]): string[] {
  const analytes = new Map<string, string[]>();
  const parted = rows.map(({ component, synonyms }) => ({
    analyte: analyteOf(component),
    synonyms: partsOf(synonyms),
  }));
  for (const { analyte, synonyms } of parted) {
    for (const synonym of synonyms) {
      const seen = analytes.get(synonym);
      if (seen === undefined) analytes.set(synonym, [analyte]);
      else if (seen.length <= MOST_ANALYTES && !seen.includes(analyte)) seen.push(analyte);
    }
  }
  return parted.map(({ synonyms }) =>
    synonyms.filter((synonym) => analytes.get(synonym)!.length <= MOST_ANALYTES).join(";"),
  );
}

/** The synonyms in a cell. */
export function partsOf(cell: string): string[] {
  return cell
    .split(/[;|]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** A component without challenge and kind: `Hepatitis B virus surface Ab.IgG^2H` and its neighbours are one analyte. */
function analyteOf(component: string): string {
  return component.split("^")[0]!.toLowerCase();
}
