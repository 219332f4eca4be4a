/**
 * Writes lexicon/witnesses.tsv, one LOINC term that bears each target of the lexicon:
 * `npx tsx scripts/lexicon-witnesses.ts --against PATH_TO_Loinc.csv`.
 * Targets that no term bears are printed; exit status 1 when there are any. With `--check` nothing is written.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readTables } from "../src/lexicon/load-lexicon.ts";
import { componentWords } from "../src/lexicon/normalise.ts";
import { openReference } from "../src/loinc/open-reference.ts";
import { codeOf, type Release, valueAt } from "../src/loinc/release.ts";
import { STATUSES } from "../src/loinc/term.ts";
import { lexiconTargets } from "./lexicon-targets.ts";

const { values: options } = parseArgs({ options: { against: { type: "string" }, check: { type: "boolean" } } });
if (options.against === undefined) {
  console.error("usage: npx tsx scripts/lexicon-witnesses.ts --against PATH_TO_Loinc.csv");
  process.exit(2);
}

const targets = lexiconTargets(readTables());
const witnessOf = witnesses(await openReference(options.against));
const found = targets.map((target) => [target, witnessOf(target)] as const);
const lines = found.filter(([, code]) => code !== undefined).map((pair) => pair.join("\t"));
if (!options.check)
  writeFileSync(
    new URL("../lexicon/witnesses.tsv", import.meta.url),
    [
      "# Made by scripts/lexicon-witnesses.ts: a LOINC term whose component is the target, or holds all its words.",
      "target\tloinc",
      ...lines,
      "",
    ].join("\n"),
  );
const missing = found.filter(([, code]) => code === undefined).map(([target]) => target);
for (const target of missing) console.log(target);
console.log(`${lines.length} targets with a witness, ${missing.length} without`);
process.exit(missing.length === 0 ? 0 : 1);

/** The code of the best term for a target: with just this component, else with this one before `^`, else the shortest that holds its words. */
function witnesses(release: Release): (target: string) => string | undefined {
  const best = new Map<string, number>();
  for (let i = 0; i < release.size; i++) {
    const component = valueAt(release, "component", i);
    const known = best.get(component);
    if (component !== "" && (known === undefined || better(release, i, known))) best.set(component, i);
  }
  const holders = new Map<string, Set<string>>();
  const spelled = new Map<string, string>();
  for (const component of [...best.keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    for (const word of componentWords(component)) {
      const holding = holders.get(word) ?? new Set();
      holders.set(word, holding.add(component));
    }
    for (const name of [component, component.split("^")[0]!].map((text) => text.toLowerCase()))
      if (!spelled.has(name)) spelled.set(name, component);
  }
  return (target) => {
    const component = best.has(target) ? target : (spelled.get(target.toLowerCase()) ?? holding(holders, target));
    return component === undefined ? undefined : codeOf(release, best.get(component)!);
  };
}

/** The shortest component with every word of `target`. */
function holding(holders: ReadonlyMap<string, ReadonlySet<string>>, target: string): string | undefined {
  const sets = componentWords(target).map((word) => holders.get(word) ?? new Set<string>());
  const [rarest, ...others] = sets.sort((a, b) => a.size - b.size);
  return [...(rarest ?? [])].find((component) => others.every((set) => set.has(component)));
}

/** Of two terms with one component: the one in use, then the most used. */
function better(release: Release, one: number, other: number): boolean {
  const cost = (index: number): number =>
    (STATUSES[release.status[index]!] === "DEPRECATED" ? 1e9 : 0) + (release.rank[index]! || 1e8);
  return cost(one) < cost(other);
}
