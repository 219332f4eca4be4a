/** What is measured in control plasma is no result of a patient: `Fibrinogène témoin` has no code rather than that of the patient's. */
import { listAt } from "./lists.ts";
import type { RowReading } from "./read-row.ts";
import type { ReferenceIndex } from "./reference-index.ts";

const CONTROL = "Plasma témoin";
/** The controls that LOINC tells apart are those of coagulation. */
const COAGULATION = "COAG";

/** True of a term that is measured in a patient, where the label of `reading` says control plasma beside something of coagulation. */
export function isOfPatient({ release, termsOfBase }: ReferenceIndex, reading: RowReading): (term: number) => boolean {
  const { label, evidence } = reading;
  const control = evidence.find(
    ({ axis, source, values }) => axis === "system" && source === "label" && values.includes(CONTROL),
  );
  if (control === undefined) return () => false;
  const { class: classes, system } = release.coded;
  const coagulation = classes.values.indexOf(COAGULATION);
  const named = label.segments.some(
    ({ recognition, analytes }) =>
      recognition === "form" &&
      analytes.some(
        ({ base }) => base >= 0 && listAt(termsOfBase, base).some((term) => classes.ids[term] === coagulation),
      ),
  );
  return named ? (term) => control.fit[system.ids[term]!]! <= 0 : () => false;
}
