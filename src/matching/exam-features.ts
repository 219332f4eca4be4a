/** What tells the options of an exam apart: its one or main analysis, its name, a panel, no code at all. */
export const EXAM_FEATURES = [
  "none", // no code at all
  "none.several", // …for an exam with several analyses
  "none.many", // logarithm of their number
  "none.administrative", // the exam's label is administrative
  "none.members.none", // share of its analyses that get no code
  "none.unmeasured", // none of its analyses tells what is measured
  "none.analytes", // logarithm of the number of analytes
  "single", // its only analysis
  "single.confidence",
  "twin", // one analyte told in several ways (two units, absolute and %)
  "twin.confidence",
  "twin.first", // the first of the twins
  "twin.same", // all of the twins are one component of one specimen, in several units
  "twin.others.none", // share of the exam's analyses that get no code
  "twin.accessory", // it says how or of whom the specimen was taken
  "main", // one of several analyses that the exam's name says
  "main.confidence",
  "main.words.exam", // share of the exam's words that this analysis explains
  "main.words.component",
  "main.exact",
  "main.called", // the lexicon gives the whole label as the name of a group that is this analysis
  "main.called.part",
  "main.share", // 1 / number of analytes
  "main.others.none", // share of the exam's analyses that get no code
  "main.accessory", // it says how or of whom the specimen was taken
  "main.culture", // the culture among other examinations of a specimen
  "main.others.said", // share of what the other analyses are that its component says
  "panel",
  "panel.name", // the lexicon gives this panel's name as the whole label
  "panel.name.part",
  "panel.words.exam", // share of the exam's words that the panel explains
  "panel.words.panel", // share of the panel's words that label and analyses explain
  "panel.words.members", // share of the panel's words that the analyses explain
  "panel.unnamed", // the lexicon does not give its name
  "panel.unsaid", // share of the words of such a panel that nothing explains
  "panel.covered", // share of the exam's analyses that are in the panel, or that its name says
  "panel.covered.least", // of the analysis that is least so
  "panel.whole", // share of its words that the analyses explain, times the share of the least covered analysis
  "panel.alone", // a single analysis tells what is measured
  "panel.system", // share of the exam's analyses with the specimen of the panel
  "panel.members.recall", // share of the exam's analyses among the panel's members
  "panel.members.precision", // share of the panel's members among the exam's analyses
  "panel.members.known",
  "panel.french",
  "panel.usage",
  "panel.class",
  "section", // a section code (antibiogram…)
  "name", // the code that its name alone would get
  "name.probability",
  "name.exact", // the lexicon gives the name of this very component
  "name.members.said", // share of what the exam's analyses are that this code's component says
  "name.words.members", // share of the words of its component that the analyses explain
  "name.whole", // the product of the two
  "name.general", // the code of the one analyte of all its analyses, less exactly than theirs: how likely
  "name.culture", // a culture: how likely
  "name.agrees", // how likely its name alone would get the code of this analysis
  "name.disagrees", // how likely its name alone would get another code, for one of its analyses
] as const;

export type ExamFeature = (typeof EXAM_FEATURES)[number];
