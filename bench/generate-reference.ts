/** Makes a reference of any size from a real one: its terms again, with components whose words come from two of them. No chance: a seed says how. */
import { buildRelease } from "../src/loinc/build-release.ts";
import { checkDigit } from "../src/loinc/code.ts";
import { type Release, termAt } from "../src/loinc/release.ts";
import type { Term } from "../src/loinc/term.ts";
import { seeded } from "./generate-catalogue.ts";

/** Above every code of LOINC. */
const FIRST_CODE = 500_000;

/** `release` and as many made terms as it needs to hold `size`; the release itself when it holds as many already. */
export function generateReference(release: Release, size: number, seed: number): Release {
  if (release.size >= size) return release;
  const chance = seeded(seed);
  const terms: Term[] = Array.from({ length: release.size }, (_, i) => termAt(release, i));
  const values = release.coded.component.values;
  for (let made = 0; terms.length < size; made++) {
    const digits = String(FIRST_CODE + made);
    const model = terms[chance.below(release.size)]!;
    const other = chance.pick(values).split(/[\s^/]/)[0]!;
    const [first = "", ...rest] = model.component.split(" ");
    terms.push({
      ...model,
      code: `${digits}-${checkDigit(digits)}`,
      component: [first, other, ...rest].join(" ").trim(),
      rank: 0,
    });
  }
  const title = `${release.info.title} and ${size - release.size} made terms`;
  return buildRelease({ ...release.info, title }, terms);
}
