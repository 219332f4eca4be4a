/** Where a row's specimen comes from: its own field, its words, its exams. What one of them says may silence another. */
import type { Binding } from "./binding.ts";
import type { Reader, TextReading } from "./read-text.ts";
import type { Row } from "./row.ts";
import {
  fluidImplied,
  isAnyBlood,
  isGeneral,
  isMostlySerum,
  narrowed,
  type StatedSpecimen,
  specimenIn,
  specimenOfField,
  specimenOfPanel,
  specimensOfExams,
  specimenUntaken,
} from "./specimen.ts";

type Stated = StatedSpecimen | undefined;

export type RowSpecimens = {
  /** What the specimen field says, narrowed by the label; nothing where it is silenced. */
  readonly field: Stated;
  /** What the label's words say. */
  readonly inWords: Stated;
  /** What the exams' own specimen field says. */
  readonly examField: Stated;
  /** For each exam, what its name says or implies. */
  readonly exams: readonly Stated[];
};

/** The specimens of `row`, whose label and exams were read. */
export function specimensOf(
  binding: Binding,
  read: Reader,
  row: Row,
  label: TextReading,
  exams: readonly TextReading[],
): RowSpecimens {
  const field = specimenOfField(binding, read, row.specimen) ?? specimenOfField(binding, read, row.specimenCode);
  const examField = specimenOfField(binding, read, row.context.examSpecimen);
  const named = namedByExams(binding, read, exams);
  const ofExam = examField ?? named.find((stated) => stated !== undefined);
  const untaken = specimenUntaken(binding, label);
  const inWords = untaken ?? specimenIn(binding, label, field ? "by field" : ofExam && "by exam");
  const unsaid = inWords === undefined && (field === undefined || isAnyBlood(field));
  const panels: Stated[] = [];
  for (let i = 0; i < exams.length; i++)
    panels.push(unsaid && !named[i] ? specimenOfPanel(binding, exams[i]!.text) : undefined);
  const serumPanel = panels.some((stated) => stated && isMostlySerum(stated));
  // What is in a panel of serum and in one of blood is measured in serum.
  const ofExams: Stated[] = [];
  for (let i = 0; i < exams.length; i++) {
    const panel = panels[i];
    ofExams.push(named[i] ?? (panel && isMostlySerum(panel) === serumPanel ? panel : undefined));
  }
  // `Liquide` says nothing where label or exam say which, nor `Blood` under a panel of serum, and nothing that is taken says where the control
  // plasma comes from.
  const elsewhere = inWords ?? (isGeneral(field) ? fluidImplied(binding, label) : undefined) ?? ofExam;
  const silent =
    untaken !== undefined ||
    (elsewhere !== undefined && isGeneral(field) && !isGeneral(elsewhere)) ||
    (elsewhere === undefined && isAnyBlood(field) && serumPanel);
  // An exam of *liquides* says nothing either, where the row says which.
  if ([field, inWords].some((stated) => stated && !isGeneral(stated)))
    for (let i = 0; i < exams.length; i++) if (isGeneral(ofExams[i])) ofExams[i] = undefined;
  return {
    field: field && !silent ? narrowed(binding, field, inWords) : undefined,
    inWords,
    examField,
    exams: ofExams,
  };
}

/** The specimens that the names of `exams` say or imply; an *ionogramme sanguin* is one of serum. */
function namedByExams(binding: Binding, read: Reader, exams: readonly TextReading[]): Stated[] {
  const named = specimensOfExams(binding, exams);
  for (let i = 0; i < named.length; i++) {
    if (isListOfScraped(named[i])) named[i] = specimenOfField(binding, read, UNSPECIFIED);
    const panel = isAnyBlood(named[i]) ? specimenOfPanel(binding, exams[i]!.text) : undefined;
    if (panel && isMostlySerum(panel)) named[i] = panel;
  }
  return named;
}

/** What is scraped off for a mycology. */
export const SCRAPED: ReadonlySet<string> = new Set(["Peau", "Ongle", "Cheveux"]);

const UNSPECIFIED = "Prélèvement non précisé";

/** True of `PEAU ONGLE`: a name that lists what may be scraped does not say which is. */
function isListOfScraped(stated: Stated): boolean {
  return stated !== undefined && stated.specimens.length > 1 && stated.specimens.every(({ name }) => SCRAPED.has(name));
}

/** True when `stated` is an isolate, grown and not taken. */
export function isOfIsolate({ specimens }: StatedSpecimen): boolean {
  return specimens.some(({ systems }) => systems.get("Isolate") === 1);
}
