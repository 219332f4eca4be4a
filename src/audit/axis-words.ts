/** How values of axes are called in a sentence that a biologist reads. */
import type { Axis } from "../loinc/term.ts";
import { axisWord, type Language } from "../matching/phrases.ts";

const PROPERTIES: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  MCnc: ["concentration massique", "mass concentration"],
  SCnc: ["concentration molaire", "molar concentration"],
  NCnc: ["nombre par volume", "number by volume"],
  ACnc: ["concentration en unités arbitraires", "arbitrary concentration"],
  CCnc: ["activité enzymatique par volume", "catalytic concentration"],
  NFr: ["fraction en nombre (%)", "number fraction (%)"],
  MFr: ["fraction massique (%)", "mass fraction (%)"],
  SFr: ["fraction molaire (%)", "molar fraction (%)"],
  VFr: ["fraction volumique (%)", "volume fraction (%)"],
  MRat: ["débit massique", "mass rate"],
  SRat: ["débit molaire", "molar rate"],
  CRat: ["débit d'activité enzymatique", "catalytic rate"],
  MRto: ["rapport de masses", "mass ratio"],
  SRto: ["rapport molaire", "molar ratio"],
  Ratio: ["rapport", "ratio"],
  MSRto: ["rapport masse sur quantité", "mass to substance ratio"],
  PrThr: ["présence ou absence", "presence"],
  Titr: ["titre", "titre"],
  Time: ["temps", "time"],
  RelTime: ["temps relatif", "relative time"],
  Prid: ["identification", "identification"],
  Imp: ["interprétation", "interpretation"],
  Type: ["type", "type"],
  EntVol: ["volume d'une cellule", "entitic volume"],
  EntMass: ["masse par cellule", "entitic mass"],
  Vol: ["volume", "volume"],
  Mass: ["masse", "mass"],
  Susc: ["sensibilité", "susceptibility"],
};

/** `MCnc` → *concentration massique (MCnc)*; LOINC's own value alone where there is no common word. */
export function axisName(axis: Axis, value: string, language: Language): string {
  const said = axis === "property" ? PROPERTIES[value]?.[language === "fr" ? 0 : 1] : axisWord(axis, value, language);
  return said === undefined || said === value ? value : `${said} (${value})`;
}
