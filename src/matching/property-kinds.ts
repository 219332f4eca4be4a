/** Kinds of LOINC properties that ranking treats alike. */

/** Properties of what is found or not. */
export const PRESENCE = new Set(["PrThr", "Prid", "Imp", "Type", "Find", "Aper", "ID", "Susc"]);
/** …of what is measured by amount of substance. */
export const SUBSTANCE = new Set(["SCnc", "SRat", "SFr", "SRto"]);
/** …by mass. */
export const MASS = new Set(["MCnc", "MRat", "MFr", "MRto"]);
/** …of shares and ratios, which often go without a unit. */
export const FRACTIONS = new Set([
  "NFr",
  "MFr",
  "SFr",
  "VFr",
  "CFr",
  "NFr.DF",
  "MFr.DF",
  "Ratio",
  "MRto",
  "SRto",
  "NRto",
  "AFr",
]);
