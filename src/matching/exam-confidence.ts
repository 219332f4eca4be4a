/** What tells how sure the code of an exam is, and whether it bears one at all; fitted on exams that ranking had not learned from. */

import { EXAM_FEATURES, type ExamFeature } from "./exam-features.ts";
import type { ExamPool } from "./exam-option.ts";
import { logOdds } from "./logistic.ts";

export const EXAM_CONFIDENCE_FEATURES = [
  "bias",
  "probability", // log-odds of the best code among the codes
  "probability.none", // log-odds of "no code" among all options
  "probability.none.single", // the same for an exam that is its only analysis
  "trust.single", // log-odds of the analysis whose code it is, by what that is to the exam
  "trust.twin",
  "trust.main",
  "trust.name",
  "single",
  "twin",
  "main",
  "panel",
  "section",
  "name",
  "name.agrees", // its name alone would get this code too: how likely
  "name.exact",
  "several", // more than one analysis
  "many", // logarithm of their number
  "administrative",
  "unmeasured", // none of its analyses tells what is measured
  "analytes", // logarithm of the number of analytes
  "members.none", // share of its analyses that get no code
  "words.exam", // share of the exam's words that analysis or panel explain
  "panel.name", // the lexicon gives this panel's name as the whole label
  "called", // …or that of a group that is this analysis
  "panel.members", // share of the exam's analyses among the panel's members
  "panel.members.many", // the same times the logarithm of the number of analyses
  "panel.known", // the panel's members are known
  "panel.unnamed", // the lexicon does not give the panel's name
  "panel.unsaid", // share of the words of such a panel that nothing explains
  "panel.covered", // share of the exam's analyses that the panel holds or says
  "panel.covered.least", // of the analysis that is least so
  "panel.whole", // the same times the share of the panel's words that analyses explain
  "panel.system", // share of the exam's analyses with the specimen of the panel
  "panel.words", // share of the panel's words that analyses explain
  "panel.alone", // of an exam where a single analysis tells what is measured
  "same", // several forms of one component and specimen
  "share", // 1 / number of analytes, of a main analysis
  "accessory", // it says how or of whom the specimen was taken
  "culture", // the culture among other examinations of a specimen
  "others.said", // share of what the other analyses are that the component says
  "name.disagrees", // its name alone would get another code: how likely
  "name.whole", // how well the code of its name holds its analyses
  "exact", // the label is the name of this analysis
  "panel.precision", // share of the panel's members among the exam's analyses
  "twin.many", // logarithm of the number of analyses that are one analyte told in several ways
] as const;

export type ExamConfidenceFeature = (typeof EXAM_CONFIDENCE_FEATURES)[number];

const AT = Object.fromEntries(EXAM_FEATURES.map((name, i) => [name, i])) as { readonly [name in ExamFeature]: number };

const OUT = Object.fromEntries(EXAM_CONFIDENCE_FEATURES.map((name, i) => [name, i])) as {
  readonly [name in ExamConfidenceFeature]: number;
};

/** The options of an exam weighed: `shares` of chance, and the options with a code, best first. */
export type WeighedExam = {
  readonly pool: ExamPool;
  readonly shares: readonly number[];
  readonly coded: readonly number[];
};

/** The features of `exam`, in the order of `EXAM_CONFIDENCE_FEATURES`. */
export function examConfidenceFeatures({ pool, shares, coded }: WeighedExam): Float32Array {
  const width = EXAM_FEATURES.length;
  const none = pool.options.findIndex((option) => option.term < 0);
  const of = (option: number, name: ExamFeature): number => pool.features[option * width + AT[name]]!;
  const top = coded[0];
  const out = new Float32Array(EXAM_CONFIDENCE_FEATURES.length);
  out[OUT.bias] = 1;
  out[OUT["probability.none"]] = logOdds(shares[none]!) / 4;
  out[OUT.several] = of(none, "none.several");
  out[OUT.many] = of(none, "none.many");
  out[OUT.administrative] = of(none, "none.administrative");
  out[OUT.unmeasured] = of(none, "none.unmeasured");
  out[OUT.analytes] = of(none, "none.analytes");
  out[OUT["members.none"]] = of(none, "none.members.none");
  if (top !== undefined) {
    const { origin, trust } = pool.options[top]!;
    const all = coded.reduce((sum, i) => sum + shares[i]!, 0);
    out[OUT.probability] = logOdds(shares[top]! / all) / 4;
    if (origin !== "none") out[OUT[origin]] = 1;
    if (origin === "single" || origin === "twin" || origin === "main" || origin === "name")
      out[OUT[`trust.${origin}`]] = logOdds(trust) / 4;
    if (origin === "single") out[OUT["probability.none.single"]] = out[OUT["probability.none"]]!;
    out[OUT["words.exam"]] = Math.max(of(top, "main.words.exam"), of(top, "panel.words.exam"));
    out[OUT["panel.name"]] = of(top, "panel.name");
    out[OUT.called] = of(top, "main.called");
    out[OUT["name.agrees"]] = of(top, "name.agrees");
    out[OUT["name.exact"]] = of(top, "name.exact");
    out[OUT["panel.members"]] = of(top, "panel.members.recall");
    out[OUT["panel.members.many"]] = of(top, "panel.members.recall") * of(none, "none.many");
    out[OUT["panel.known"]] = of(top, "panel.members.known");
    out[OUT["panel.unnamed"]] = of(top, "panel.unnamed");
    out[OUT["panel.unsaid"]] = of(top, "panel.unsaid");
    out[OUT["panel.covered"]] = of(top, "panel.covered");
    out[OUT["panel.covered.least"]] = of(top, "panel.covered.least");
    out[OUT["panel.whole"]] = of(top, "panel.whole");
    out[OUT["panel.system"]] = of(top, "panel.system");
    out[OUT["panel.words"]] = of(top, "panel.words.members");
    out[OUT.same] = of(top, "twin.same");
    out[OUT.share] = of(top, "main.share");
    out[OUT.accessory] = Math.max(of(top, "main.accessory"), of(top, "twin.accessory"));
    out[OUT.culture] = Math.max(of(top, "main.culture"), of(top, "name.culture"));
    out[OUT["panel.alone"]] = of(top, "panel.alone");
    out[OUT["others.said"]] = of(top, "main.others.said");
    out[OUT["name.disagrees"]] = of(top, "name.disagrees");
    out[OUT["name.whole"]] = of(top, "name.whole");
    out[OUT.exact] = of(top, "main.exact");
    out[OUT["panel.precision"]] = of(top, "panel.members.precision");
    out[OUT["twin.many"]] = of(top, "twin") * of(none, "none.many");
  }
  return out;
}
