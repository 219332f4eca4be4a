/** What official names add to the lexicon as a file that opens at once, so that it need not be made of them at each start. */
import type { Bodies } from "../loinc/pack-sections.ts";
import { decodeSections, encodeSections, hasMark, versionOf } from "../loinc/sections.ts";
import { freezeMap, type SectionOf, thawMap, thawTexts } from "./frozen-map.ts";
import type { OfficialForms } from "./official-names.ts";
import type { AnalyteSense } from "./senses.ts";
import { freezeSpoken, thawSpoken } from "./spoken-words.ts";

const MARK = "TLOF";
const VERSION = 1;

type WrittenSense = readonly [component: string, prior: number];

/** The bytes of `official`. */
export function encodeForms({ forms, spoken, acts }: OfficialForms): Uint8Array {
  const written = Array.from(forms, ([key, senses]): [string, WrittenSense[]] => [
    key,
    senses.map(({ component, prior }) => [component, prior]),
  ]);
  // the order in which they are spoken
  written.sort(([a], [b]) => (a < b ? -1 : 1));
  const bodies: Bodies = [
    ...freezeMap("forms", new Map(written)),
    ...freezeSpoken("forms", spoken()),
    ...freezeMap("acts", acts),
  ];
  return encodeSections(MARK, VERSION, { names: bodies.map(([name]) => name) }, bodies);
}

/** What `encodeForms` made `bytes` of; `undefined` when they are not whole, or of another version. */
export function decodeForms(bytes: Uint8Array): OfficialForms | undefined {
  if (!hasMark(bytes, MARK) || versionOf(bytes) !== VERSION) return undefined;
  const file = decodeSections<{ readonly names: readonly string[] }>(bytes);
  if (file === undefined || file.head.names.some((name) => file.section(name) === undefined)) return undefined;
  const section: SectionOf = (name) => file.section(name)!;
  const forms = thawMap("forms", section, (senses: WrittenSense[]) =>
    senses.map(([component, prior]): AnalyteSense => ({ kind: "analyte", component, prior, hints: undefined })),
  );
  const spoken = thawSpoken("forms", section, thawTexts("forms.keys", section));
  return {
    forms,
    spoken: () => spoken,
    acts: thawMap("acts", section, (components: string[]) => components),
  };
}
