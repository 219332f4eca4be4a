/** What is looked at when candidates are ranked: every feature has a name, a weight in the model file, and its meaning here. */
export const FEATURES = [
  // component
  "words.row", // share of the row's words that the component explains (label or synonym, the better)
  "words.label", // …of the label's words alone
  "words.both", // the worse of label and synonym, when there is a synonym
  "words.component", // share of the component's words that the row explains
  "words.component.context", // …that only its exam or chapter explains
  "words.context", // share of exam and chapter words that the component explains
  "words.exact", // the lexicon names this very component
  "words.exact.context",
  "words.whole", // row and component explain each other entirely
  "words.unexplained", // idf of component words that nothing explains
  "divisor.supported", // the component is a ratio or fraction, and the row says so
  "divisor.unsupported", // …and the row does not say so
  "divisor.missing", // unit or label say a ratio (to creatinine, to 100 leukocytes, `Cholestérol/HDL`), the component is none; or % and a component by the thousand
  "percent.divisor", // % or a fraction unit, and a component with a divisor
  "challenge.supported", // share of the words after ^ that the row says itself
  "challenge.partly", // …that row or exam say
  "challenge.whole", // row and exam say them all
  "challenge.unsupported",
  "challenge.missing", // the row says a time or a challenge, the component none
  "challenge.time.agrees", // baseline, 30M, 1H…: the same
  "challenge.time.differs",
  "challenge.time.lost", // the row says a time, the challenge of the component none
  "challenge.stimulus.lost", // share of the stimuli that the row, else its exam, says and the component does not
  "challenge.stimulus.differs", // …the component gives another (a meal, where glucose is drunk)
  "challenge.amount.unsaid", // the component gives an amount (75 g) that nobody says
  "challenge.unsaid", // words after ^ that neither row nor exam say
  "kind.agrees", // antibody, antigen, nucleic acid, gene: stated and the same
  "kind.differs",
  "kind.context", // stated by exam or chapter and the same
  "kind.context.differs", // …and another than the component's
  "kind.unsaid",
  "isotype.agrees",
  "isotype.differs",
  "isotype.unsaid", // the component has an isotype, the row none
  "isotype.lost", // the row has an isotype, the component none
  "nabm.agrees", // an act of the row measures this component
  "nabm.differs", // its acts measure other components
  // property
  "property.unit", // how well the unit allows the property
  "property.unit.contradicts",
  "property.stated",
  "property.stated.contradicts",
  "property.siblings", // no unit, and how well the one unit of the exam's other analyses allows the property
  "property.siblings.contradicts",
  "property.hint",
  "property.hint.contradicts",
  "property.presence.unitless", // PrThr and no unit, as far as the laboratory states units
  "property.quantity.unitless", // a quantity and no unit, as far as it does
  "property.habit", // no unit, and the property is by mass or by substance as the laboratory's units mostly are
  "property.american", // no unit in an American catalogue, and mass or substance as is usual there (1) or not (-1)
  "unit.example", // the row's unit is an example unit of the term
  "unit.equivalent.unsaid", // the term counts in equivalents (D-dimer in FEU or DDU), the unit does not say which
  "unit.far", // …measures the same dimension by thousands more or less
  // time
  "time.stated",
  "time.contradicts",
  "time.collection.unsaid", // 24H… and the row does not say so
  // system
  "system.field",
  "system.field.contradicts",
  "system.label",
  "system.label.contradicts",
  "system.best", // the very system that specimen, label or exam name, not a wider one
  "system.hint",
  "system.hint.contradicts",
  "system.exam",
  "system.exam.contradicts",
  "system.siblings", // what the exam's other analyses agree on
  "system.siblings.contradicts",
  "system.habit", // what is usual in the chapter
  "system.habit.contradicts",
  "system.chapter",
  "system.chapter.contradicts",
  "system.unsaid.serum", // nothing said, and Ser, Plas, Ser/Plas
  "system.unsaid.blood",
  "system.unsaid.unspecified", // XXX
  "system.unsaid.other",
  "system.unspecified", // XXX
  // scale
  "scale.stated",
  "scale.contradicts",
  "scale.unit.contradicts", // a unit, and a scale that is not quantitative
  // method
  "method.stated",
  "method.contradicts",
  "method.label", // said in label or synonym
  "method.exam", // said by the exam
  "method.exam.contradicts", // another than the exam says
  "method.chapter",
  "method.hint",
  "method.none", // the term names no method
  "method.none.stated", // …while the row does
  "method.unsaid", // the term names a method, the row does not
  // the term itself
  "class.chapter",
  "class.outside",
  "usage.rank",
  "usage.ranked",
  "usage.french", // among the starter's terms, or one of them but for its method
  "usage.french.other", // …but another specimen than its own is stated
  "usage.french.apart", // …how far that is from its own
  "usage.ranked.other", // ranked by LOINC, and another specimen is stated
  "usage.circuit", // in the value set Circuit de la biologie, when it is installed
  "usage.base", // usage of the most used term of the component
  "status.discouraged",
  "status.deprecated",
  "use.order", // an orderable only
  "axes.missing",
] as const;

export type Feature = (typeof FEATURES)[number];

/** The places of features by name. */
export const AT = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as { readonly [name in Feature]: number };
