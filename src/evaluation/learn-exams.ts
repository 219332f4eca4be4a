/** Learns to choose the code of an exam, how sure it is, and to leave exams without a code. */
import { codeOf } from "../loinc/release.ts";
import { EXAM_CONFIDENCE_FEATURES, examConfidenceFeatures } from "../matching/exam-confidence.ts";
import { EXAM_FEATURES } from "../matching/exam-features.ts";
import { chance } from "../matching/logistic.ts";
import type { Grounds, Matcher } from "../matching/matcher.ts";
import type { ExamModel } from "../matching/model.ts";
import { weighExam } from "../matching/propose-exam.ts";
import type { ChanceExample } from "./chance-example.ts";
import { examExample } from "./exam-examples.ts";
import { logistic } from "./logistic.ts";
import { named } from "./named.ts";
import type { Prepared } from "./prepare.ts";
import type { RankedGold } from "./ranked-gold.ts";
import { thresholdFor } from "./threshold.ts";
import { trainLinear } from "./train-linear.ts";

const CHOICE = { width: EXAM_FEATURES.length, epochs: 150, rate: 0.05, decay: 0.002 };
/** An exam that is as likely as this to bear no code gets none: more than even, for a group without a panel still does well with a code to look at. */
const ABSTAIN = 0.55;
/** No exam less sure than this is signed in a lot, whatever the catalogues say: those whose gold is unsure do not count when it is learned. */
const LEAST_SURE = 0.92;

/**
 * The weights that `golds` teach for choosing among the options of an exam; `ranking` are those of analyses, for the names of exams. They were
 * learned from the same golds, so names look a little better here than they will: confidence, fitted on other catalogues, sets that right.
 */
export function learnExamChoice(
  { engine, panels }: Grounds,
  golds: readonly Prepared[],
  ranking: Float32Array,
): ExamModel["weights"] {
  const examples = golds
    .flatMap(({ exams }) => exams)
    .map((exam) => examExample(engine, panels, exam, ranking))
    .filter((example) => example !== undefined);
  return named(EXAM_FEATURES, trainLinear(examples, CHOICE));
}

/** The model of exams. `held` are catalogues as ranked, and `choices` the weights, that had not learned from them. */
export function learnExams(
  matcher: Matcher,
  weights: ExamModel["weights"],
  held: readonly { readonly gold: RankedGold; readonly choice: ExamModel["weights"] }[],
  precision: number,
): ExamModel {
  const { model } = matcher;
  const predictions = held.flatMap(({ gold, choice }) =>
    predictExams({ ...matcher, model: { ...model, exam: { ...model.exam, weights: choice } } }, gold),
  );
  const confidence = logistic(EXAM_CONFIDENCE_FEATURES, predictions);
  const abstention = logistic(
    EXAM_CONFIDENCE_FEATURES,
    predictions.map((p) => ({ ...p, right: !p.codable })),
  );
  // Exams whose gold is unsure, mostly for want of a panel, cannot tell whether a proposal was right.
  const sure = predictions
    .filter((p) => p.certain && p.sure)
    .map((p) => ({
      confidence: chance(confidence, EXAM_CONFIDENCE_FEATURES, p.features),
      right: p.right,
    }));
  return {
    weights,
    confidence,
    abstention,
    thresholds: { auto: Math.max(LEAST_SURE, thresholdFor(sure, precision)), abstain: ABSTAIN },
  };
}

function predictExams(
  matcher: Matcher,
  { gold, around, found }: RankedGold,
): (ChanceExample & { readonly codable: boolean; readonly certain: boolean; readonly sure: boolean })[] {
  const exams = new Map(gold.catalogue.exams.map((exam) => [exam.code, exam]));
  const { release } = matcher.engine.index;
  return gold.gold.flatMap((item) => {
    const exam = item.level === "exam" ? exams.get(item.code) : undefined;
    if (exam === undefined) return [];
    const weighed = weighExam(matcher, around, exam, found);
    const top = weighed.coded[0];
    const code = top === undefined ? "" : codeOf(release, weighed.pool.options[top]!.term);
    return [
      {
        features: examConfidenceFeatures(weighed),
        right: code !== "" && item.accepted.includes(code),
        weight: 1,
        codable: item.loinc !== "",
        certain: item.certainty !== "unsure",
        sure: top !== undefined && weighed.pool.options[top]!.sure,
      },
    ];
  });
}
