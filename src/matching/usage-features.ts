/** How used a term is, and whether it is so in the specimen that the row states. */
import { STATUSES, USES } from "../loinc/term.ts";
import { EXACT } from "./binding.ts";
import { AT } from "./feature-names.ts";
import { type ReferenceIndex, usage } from "./reference-index.ts";
import type { Source } from "./row.ts";
import type { RowFacts } from "./row-facts.ts";

/** Sets the feature at this place. */
type Setter = (feature: number, value: number) => void;

const DEPRECATED = STATUSES.indexOf("DEPRECATED");
const DISCOURAGED = STATUSES.indexOf("DISCOURAGED");
const ORDER = USES.indexOf("Order");

export type UsageWriters = {
  /** Sets what depends on the term alone. */
  readonly ofTerm: (term: number, set: Setter) => void;
  /** Sets what depends on how the term's system fits the specimen that is stated. */
  readonly ofSystem: (facts: RowFacts, base: number, term: number, set: Setter) => void;
};

/** Writers for the terms of `index`, of which `french` are those that French laboratories use most, `circuit` those of *Circuit de la biologie*. */
export function usageWriters(
  { release }: ReferenceIndex,
  french: ReadonlySet<number>,
  circuit: ReadonlySet<number>,
): UsageWriters {
  const { codes, rank, status, use } = release;
  const { property, system } = release.coded;
  const isFrench = Uint8Array.from(codes, (code) => (french.has(code) ? 1 : 0));
  return {
    ofTerm(term, set) {
      if (system.ids[term] === 0 && property.ids[term] === 0) set(AT["axes.missing"], 1);
      set(AT["usage.rank"], usage(rank[term]!));
      set(AT["usage.ranked"], rank[term]! > 0 ? 1 : 0);
      set(AT["usage.french"], isFrench[term]!);
      set(AT["usage.circuit"], circuit.has(codes[term]!) ? 1 : 0);
      if (status[term] === DISCOURAGED) set(AT["status.discouraged"], 1);
      if (status[term] === DEPRECATED) set(AT["status.deprecated"], 1);
      if (use[term] === ORDER) set(AT["use.order"], 1);
    },
    ofSystem(facts, base, term, set) {
      if (isFrench[term] === 0 && rank[term] === 0) return;
      const fit = fitOfSystem(facts, base, system.ids[term]!);
      if (fit === undefined || fit > EXACT) return;
      if (isFrench[term] === 1) {
        set(AT["usage.french.apart"], 1 - fit);
        set(AT["usage.french.other"], 1);
      }
      if (rank[term]! > 0) set(AT["usage.ranked.other"], 1);
    },
  };
}

const STATING: ReadonlySet<Source> = new Set(["specimen", "label", "synonym", "exam"]);

/** How well `system` fits what row or exam state of the specimen, 0 to 1; `undefined` when they state nothing. */
function fitOfSystem({ reading, hints }: RowFacts, base: number, system: number): number | undefined {
  let best: number | undefined;
  for (const { axis, source, fit } of reading.evidence)
    if (axis === "system" && STATING.has(source)) best = Math.max(best ?? 0, fit[system]!);
  for (const hint of hints)
    if (hint.axis === "system" && hint.said && (hint.base === -1 || hint.base === base))
      best = Math.max(best ?? 0, hint.fit[system]!);
  return best;
}
