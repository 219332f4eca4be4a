/** Codes written as CURIEs or addresses. */

const LOINC = /^(loinc\s*:|(https?:\/\/)?(www\.)?loinc\.org\/|urn:oid:2\.16\.840\.1\.113883\.6\.1\b)/i;

/** True for `LOINC:2345-7`, `http://loinc.org/rdf/2345-7`, and for the code system `http://loinc.org` itself. */
export function isLoincReference(text: string): boolean {
  return LOINC.test(text.trim()) || isLoincSystem(text);
}

export function isLoincSystem(uri: string): boolean {
  return /^(https?:\/\/loinc\.org\/?|urn:oid:2\.16\.840\.1\.113883\.6\.1)(\|.*)?$/i.test(uri.trim());
}

/** What stands after the prefix of a CURIE or the last slash or hash of an address: `LAB:GLYJ` → `GLYJ`. */
export function localName(text: string): string {
  const bare = text.trim();
  if (/^https?:|^urn:/i.test(bare))
    return bare.slice(Math.max(bare.lastIndexOf("/"), bare.lastIndexOf("#"), bare.lastIndexOf(":")) + 1);
  return bare.replace(/^[\w.-]+:\s*/, "");
}
