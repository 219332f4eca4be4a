/** The language that a catalogue is written in, told by everyday words that only one of the two has. */
import { fold } from "../lexicon/normalise.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" ").map(fold));

const ENGLISH = words(
  "blood fluid stool spinal joint marrow swab whole free count screen antibody antibodies acid time level other hour hours hr random " +
    "fasting white red cell cells smear with without of and qualitative quantitative calculated bands casts crystals yeast size binding capacity lead iron " +
    "chloride copper",
);

const FRENCH = words(
  "sang urines urinaire selles liquide articulation moelle écouvillon libre numération dépistage anticorps antigène acide temps taux autres heure heures jeun " +
    "blancs rouges cellules frottis avec sans de des du et la le les par qualitatif quantitatif calculé cylindres cristaux levures capacité plomb fer sodique " +
    "potassique chlorures cuivre recherche dosage totale totaux cholestérol glycémie créatinine urée protéines ac ag sérique sanguin hématies leucocytes plaquettes",
);

/** Fewer telling words tell nothing. */
const ENOUGH = 10;

/** From this share of English words on a catalogue is an English one. */
const MOSTLY = 0.7;

/** True when most of the words of `texts` that only one of the two languages has are English. */
export function isEnglish(texts: Iterable<string>): boolean {
  let english = 0;
  let french = 0;
  for (const text of texts) {
    for (const word of fold(text).match(/\p{L}+/gu) ?? []) {
      if (ENGLISH.has(word)) english++;
      else if (FRENCH.has(word)) french++;
    }
  }
  return english + french >= ENOUGH && english >= MOSTLY * (english + french);
}
