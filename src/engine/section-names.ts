/** French names of LOINC's section codes, as reports of medical biology (CI-SIS, CR-BIO) call them. */
const NAMES: Readonly<Record<string, string>> = {
  "18716-1": "Allergie",
  "18717-9": "Immunohématologie",
  "18718-7": "Protéines, marqueurs tumoraux, vitamines",
  "18719-5": "Biochimie",
  "18720-3": "Hémostase, coagulation",
  "18721-1": "Suivi thérapeutique pharmacologique",
  "18722-9": "Fertilité",
  "18723-7": "Hématologie",
  "18724-5": "HLA",
  "18725-2": "Microbiologie",
  "18727-8": "Sérologie",
  "18728-6": "Toxicologie",
  "18729-4": "Examens urinaires",
  "18767-4": "Gaz du sang",
  "18768-2": "Formule",
  "18769-0": "Antibiogramme",
  "26435-8": "Génétique, biologie moléculaire",
  "26436-6": "Biologie polyvalente",
  "26437-4": "Épreuves fonctionnelles",
  "26438-2": "Cytologie",
};

/** The name of a specialty: of a section code its French name, else what was given, which is a chapter's label. */
export function sectionName(specialty: string): string {
  return NAMES[specialty] ?? specialty;
}
