/** Scores the candidates of a row by adding up parts, each worked out once for all candidates that share what it looks at. */
import type { Coded } from "../loinc/release.ts";
import type { Candidates, Engine } from "./candidates.ts";
import { FEATURES } from "./feature-names.ts";
import { PART } from "./features.ts";
import type { RowFacts } from "./row-facts.ts";

/** The score of each candidate: what the dot product of weights and features gives, but for the last bits. */
export type Scorer = (candidates: Candidates) => Float64Array;

/** Numbers kept for one round of a key such as a row; the next round begins empty without anything being cleared. */
type Table = { readonly value: Float64Array; readonly round: Uint32Array };

/** The columns that parts look at, first those whose part may also look at the base. */
const COLUMNS = ["property", "time", "system", "scale", "method", "component", "units", "class"] as const;
const AXES = 5;
const PROPERTY = COLUMNS.indexOf("property");
const SCALE = COLUMNS.indexOf("scale");
/** The round of tables that hold for every row. */
const ALWAYS = 1;

/** A scorer under `weights`; it keeps its tables between calls. */
export function buildScorer(engine: Engine, weights: Float32Array): Scorer {
  const { coded, size } = engine.index.release;
  const width = COLUMNS.length;
  const ids = new Uint32Array(size * width);
  COLUMNS.forEach((column, c) => {
    const from = coded[column].ids;
    for (let term = 0; term < size; term++) ids[term * width + c] = from[term]!;
  });
  const tables = (columns: readonly Coded[]): Table[] => columns.map((column) => table(coded[column].values.length));
  const ofRow = tables(COLUMNS);
  // A base of which the lexicon says which axis values are usual has parts of its own.
  const ofBase = tables(COLUMNS.slice(0, AXES));
  // What rows that say nothing of a column have in common, without and with a unit.
  const silent = [tables(COLUMNS), tables(COLUMNS)] as const;
  const scales = coded.scale.values.length;
  const kinds = [0, 1].map(() => table(coded.property.values.length * scales)) as [Table, Table];
  const ofTerm = table(size);
  const features = new Float32Array(FEATURES.length);
  let round = ALWAYS;

  return ({ facts, terms, matches }) => {
    const part = (i: number, parts: number): number => {
      engine.write(facts, matches[i]!, terms[i]!, features, 0, parts);
      let sum = 0;
      for (let f = 0; f < features.length; f++) if (features[f] !== 0) sum += weights[f]! * features[f]!;
      return sum;
    };
    const kept = (into: Table, key: number, now: number, i: number, parts: number): number => {
      if (into.round[key] !== now) {
        into.value[key] = part(i, parts);
        into.round[key] = now;
      }
      return into.value[key]!;
    };
    const unit = facts.reading.unit === undefined ? 0 : 1;
    const said = saidColumns(facts);
    const hinted = new Set(facts.hints.map((hint) => hint.base));
    const row = ++round;
    const common = COLUMNS.map((column, c) => (said.has(column) ? ofRow[c]! : silent[unit][c]!));
    const commonRounds = COLUMNS.map((column) => (said.has(column) ? row : ALWAYS));
    const own = common.map((shared, c) => ofBase[c] ?? shared);
    const kind = kinds[unit];
    const scores = new Float64Array(terms.length);
    let from = common;
    let rounds = commonRounds;
    let base = 0;
    for (let i = 0; i < terms.length; i++) {
      if (i === 0 || matches[i] !== matches[i - 1]) {
        base = part(i, PART.base);
        const special = hinted.has(matches[i]!.base);
        from = special ? own : common;
        rounds = special ? commonRounds.map((now, c) => (c < AXES ? round + 1 : now)) : commonRounds;
        if (special) round++;
      }
      const term = terms[i]!;
      const at = term * width;
      let score = base + kept(ofTerm, term, ALWAYS, i, PART.term);
      for (let c = 0; c < width; c++) {
        const into = from[c]!;
        const key = ids[at + c]!;
        score += into.round[key] === rounds[c] ? into.value[key]! : kept(into, key, rounds[c]!, i, PART[COLUMNS[c]!]);
      }
      scores[i] = score + kept(kind, ids[at + PROPERTY]! * scales + ids[at + SCALE]!, ALWAYS, i, PART.kind);
    }
    return scores;
  };
}

function table(length: number): Table {
  return { value: new Float64Array(length), round: new Uint32Array(length) };
}

/** The columns that the row says something of; for the others only the presence of a unit counts. */
function saidColumns({ reading, hints }: RowFacts): Set<Coded> {
  const said = new Set<Coded>();
  for (const evidence of reading.evidence) said.add(evidence.axis);
  for (const hint of hints) said.add(hint.axis);
  if (reading.timing.size > 0 || reading.examTiming.size > 0) said.add("component");
  if (reading.unit !== undefined) said.add("units");
  if (reading.classes.size > 0) said.add("class");
  return said;
}
