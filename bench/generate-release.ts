/** Makes a release in the official layout, as large as the real one, from a seed: an archive, LOINC Biologie FR and Circuit de la biologie. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkDigit } from "../src/loinc/code.ts";
import type { Term } from "../src/loinc/term.ts";
import { biologieFr, circuitXlsx, loincZip } from "../test/official-files.ts";
import { aTerm } from "../test/term.ts";

export type GeneratedRelease = { readonly archive: string; readonly biologieFr: string; readonly circuit: string };

const SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi xo zy tran glu cor hep lac phos cal chol sid".split(" ");
const SYSTEMS = ["Ser/Plas", "Bld", "Urine", "CSF", "Stool", "Body fld", "XXX", "Saliva"];
const FRENCH_SYSTEMS = [
  "Sérum/Plasma",
  "Sang",
  "Urine",
  "LCR",
  "Selles",
  "Liquide biologique",
  "Non précisé",
  "Salive",
];
const PROPERTIES = ["MCnc", "SCnc", "ACnc", "PrThr", "NCnc", "Titr"];
/** Three terms for each component, as in the real table. */
const TERMS_A_COMPONENT = 3;

/** Writes the files to `folder`; sizes are those of the publications of 2026 unless told otherwise. */
export async function generateRelease(
  folder: string,
  { terms: count = 110_000, french: frenchCount = 57_343, circuit: circuitCount = 7_583 } = {},
): Promise<GeneratedRelease> {
  const random = lcg(20261127);
  const word = (): string => Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]!).join("");
  const components = Array.from({ length: Math.ceil(count / TERMS_A_COMPONENT) }, () => `${word()} ${word()}`);
  const terms = Array.from({ length: count }, (_, i): Term => {
    const component = components[i % components.length]!;
    const [property, system] = [PROPERTIES[random(PROPERTIES.length)]!, SYSTEMS[random(SYSTEMS.length)]!];
    return aTerm({
      code: codeAt(i),
      component,
      property,
      system,
      time: "Pt",
      scale: property === "PrThr" ? "Ord" : "Qn",
      class: "CHEM",
      status: i % 50 === 0 ? "DEPRECATED" : "ACTIVE",
      use: "Both",
      rank: i < 20_000 ? i + 1 : 0,
      shortName: `${component} ${system}-${property}`,
      longName: `${component} [${property}] in ${system}`,
      related: Array.from({ length: 20 }, () => word()).join("; "),
    });
  });
  const frenchOf = ({ component, system }: Term): readonly [string, string] => [
    `${component}e`,
    FRENCH_SYSTEMS[SYSTEMS.indexOf(system)]!,
  ];
  const synonyms = new Map(components.map((component) => [component, `${word()} ${word()}`]));
  const synonymOf = ({ component }: Term): string => synonyms.get(component)!;
  const archive = join(folder, "Loinc_2.81.zip");
  const zip = loincZip({
    terms,
    mapTo: terms.filter(({ status }) => status === "DEPRECATED").map(({ code }, i) => [code, codeAt(i * 50 + 1), ""]),
    panels: Object.fromEntries(
      Array.from({ length: 4_000 }, (_, i) => [codeAt(i * 7), Array.from({ length: 15 }, () => codeAt(random(count)))]),
    ),
    french: terms.map((term) => [term.code, ...frenchOf(term), "", `${frenchOf(term).join("; ")}; ${synonymOf(term)}`]),
    parts: components.map((component, i) => [component, i % 4 === 0 ? `${component} (displayed)` : component]),
  });
  writeFileSync(archive, zip);
  const names = terms.slice(0, frenchCount).map((term) => {
    const [component, system] = frenchOf(term);
    return {
      code: term.code,
      label: `${component} [Masse/Volume] ${system} ; Numérique`,
      component,
      system,
      synonyms: synonymOf(term),
    };
  });
  const acts = Array.from({ length: 20_000 }, (_, i) => [
    String(1 + (i % 1000)).padStart(4, "0"),
    codeAt(random(count)),
  ]);
  const jdv = join(folder, "LOINCFR_JeuDeValeurs.xlsx");
  writeFileSync(jdv, await biologieFr(names, acts));
  const tabs = { exams: 1_000, analyses: circuitCount - 1_020, chapters: 20 };
  const members = Object.fromEntries(
    Object.entries(tabs).map(([tab, size], i) => [tab, Array.from({ length: size }, (_, k) => codeAt(k * 3 + i))]),
  );
  const circuit = join(folder, "Circuit de la biologie.xlsx");
  writeFileSync(circuit, await circuitXlsx(members));
  return { archive, biologieFr: jdv, circuit };
}

function codeAt(i: number): string {
  const digits = String(1000 + i);
  return `${digits}-${checkDigit(digits)}`;
}

/** Whole numbers from 0 to `below - 1`, always the same ones for a seed. */
function lcg(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
