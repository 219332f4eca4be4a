/** Remarks on files, which the server tells in French; marks as in `told.ts`. */
export const remarks: readonly (readonly [french: string, english: string])[] = [
  ["… et {} autres cas semblables (lignes {}).", "… and {} more of the same kind (lines {})."],
  [
    "Le fichier fait {} Mio, plus que la limite de {} Mio : vérifiez que c'est bien un export de catalogue.",
    "The file has {} MiB, more than the limit of {} MiB: check that it is the export of a catalogue.",
  ],
  [
    "Le fichier a {} lignes, plus que la limite de {} lignes : vérifiez que c'est bien un export de catalogue.",
    "The file has {} lines, more than the limit of {}: check that it is the export of a catalogue.",
  ],
  [
    "L'analyse « {} » ({}) n'est pas dans LOINC_3 : elle ne recevra pas de code. Ajoutez-la à l'export des résultats.",
    "The analysis “{}” ({}) is not in LOINC_3: it will get no code. Add it to the export of results.",
  ],
  [
    "L'analyse « {} » ({}) n'est dans aucun examen de LOINC_2 : elle est codée sans le contexte d'un examen. Vérifiez qu'elle sert encore.",
    "The analysis “{}” ({}) is in no exam of LOINC_2: it is coded without the context of an exam. Check that it is still in use.",
  ],
  [
    "Le chapitre « {} » n'est pas dans LOINC_1 : ajoutez-le à l'export des chapitres.",
    "The chapter “{}” is not in LOINC_1: add it to the export of chapters.",
  ],
  [
    "Le sous-chapitre « {} » du chapitre « {} » n'est pas dans LOINC_1 : ajoutez-le à l'export des chapitres.",
    "The sub-chapter “{}” of the chapter “{}” is not in LOINC_1: add it to the export of chapters.",
  ],
  [
    "Ce fichier porte le nom d'une table de transcodage (LOINC_4, 5 ou 6), pas d'un export : donnez les fichiers LOINC_1, LOINC_2 et LOINC_3.",
    "This file is named as a transcoding table (LOINC_4, 5 or 6), not as an export: give the files LOINC_1, LOINC_2 and LOINC_3.",
  ],
  [
    "Ni le nom ni le contenu ne disent lequel des fichiers LOINC_1, LOINC_2 ou LOINC_3 ceci est : renommez-le (par exemple LOINC_3_export_resultats.csv).",
    "Neither the name nor the content tells which of LOINC_1, LOINC_2 and LOINC_3 this is: rename it (for instance LOINC_3_export_resultats.csv).",
  ],
  [
    "Ce fichier est donné comme {word} mais ressemble à {word} ({n} {word}) : vérifiez que les fichiers n'ont pas été intervertis.",
    "This file is given as {word} but looks like {word} ({n} {word}): check that the files were not swapped.",
  ],
  ["Le fichier est vide : exportez-le de nouveau depuis le SGL.", "The file is empty: export it again from the LIS."],
  [
    "Le fichier ne contient aucune ligne de données : exportez-le de nouveau.",
    "The file holds no line of data: export it again.",
  ],
  [
    "Ce fichier est en UTF-16 (« texte Unicode ») : exportez-le en CSV UTF-8 ou Windows-1252.",
    "This file is in UTF-16 (“Unicode text”): export it as CSV in UTF-8 or Windows-1252.",
  ],
  ["Ceci est {word} : {}", "This is {word}: export it as CSV from the LIS."],
  [
    "Plusieurs fichiers {word} : seul le plus récent, {}, est lu. Retirez celui-ci, ou donnez les trois fichiers un à un.",
    "Several files {word}: only the latest, {}, is read. Take this one away, or give the three files one by one.",
  ],
  [
    "Cette ligne décrit {told} autrement que la ligne {}, {word} : corrigez l'une des deux dans le SGL.",
    "This line describes {told} otherwise than line {}, {word}: correct one of the two in the LIS.",
  ],
  ["l'analyse « {} »", "the analysis “{}”"],
  ["l'examen « {} »", "the exam “{}”"],
  ["le chapitre « {} »", "the chapter “{}”"],
  ["le sous-chapitre « {} » du chapitre « {} »", "the sub-chapter “{}” of the chapter “{}”"],
  [
    "Le champ obligatoire « {} » est vide : la ligne n'est pas traitée. Complétez-la dans le SGL.",
    "The mandatory field “{}” is empty: the row is not treated. Complete it in the LIS.",
  ],
  [
    "Aucune colonne n'a été choisie pour « {} », qui est obligatoire : choisissez-la.",
    "No column was chosen for “{}”, which is mandatory: choose it.",
  ],
  [
    "La ligne de titres n'a pas de colonne « {} », qui est obligatoire : ajoutez-la à l'export.",
    "The line of headings has no column “{}”, which is mandatory: add it to the export.",
  ],
  [
    "Colonnes qui ne sont pas celles de l'échange, conservées mais non lues : {}. Si l'une devait être lue, corrigez son titre.",
    "Columns that are none of the exchange's, kept but not read: {}. If one should be read, correct its heading.",
  ],
  [
    "{n} {word} plus de {} colonnes (la première : ligne {}) : ce qui dépasse est conservé mais non lu. Vérifiez qu'aucun libellé ne contient le séparateur.",
    "{n} {word} more than {} columns (the first: line {}): what is beyond is kept but not read. Check that no label holds the separator.",
  ],
  [
    "{n} {word} moins de {} colonnes (la première : ligne {}) : les colonnes absentes sont lues comme vides. Vérifiez que l'export est complet.",
    "{n} {word} less than {} columns (the first: line {}): absent columns are read as empty. Check that the export is complete.",
  ],
  [
    "{n} {word} que des séparateurs : rien n'y est lu, aucun code n'y est rendu.",
    "{n} {word} separators only: nothing is read there, no code is returned there.",
  ],
  [
    "Un guillemet ouvre cette cellule sans être refermé : elle est lue telle quelle, guillemet compris. Corrigez le libellé dans le SGL.",
    "A quote opens this cell and is not closed: it is read as it is, with the quote. Correct the label in the LIS.",
  ],
  [
    "Le fichier s'annonce en UTF-8 mais contient des octets qui n'en sont pas : les accents concernés sont illisibles. Exportez-le de nouveau en UTF-8.",
    "The file claims to be UTF-8 but holds bytes that are not: those letters cannot be read. Export it again in UTF-8.",
  ],
  [
    "Les accents du fichier ne sont pas reconnus avec certitude (lus en {}) : vérifiez les libellés, ou exportez le fichier en UTF-8.",
    "The accented letters of the file are not recognised for sure (read as {}): check the labels, or export the file in UTF-8.",
  ],
  [
    "Le fichier est dans un encodage {word} : il est lu et sera rendu ainsi. Vérifiez les accents, ou exportez-le en Windows-1252 ou en UTF-8.",
    "The file is in an encoding of {word}: it is read and will be returned so. Check the accented letters, or export it in Windows-1252 or UTF-8.",
  ],
  [
    "Ce classeur ne peut pas être lu : ouvrez-le dans le tableur, enregistrez-le en .xlsx ou en CSV, et redonnez-le.",
    "This workbook cannot be read: open it in a spreadsheet program, save it as .xlsx or CSV, and give it again.",
  ],
  [
    "Le séparateur est {word} au lieu du point-virgule : il est accepté et sera repris dans le fichier de retour.",
    "The separator is {word} in the place of the semicolon: it is accepted, and used in the returned file.",
  ],
  [
    "Les fins de ligne ne sont pas toutes les mêmes (la première qui diffère est ici) : elles sont conservées. Vérifiez que cette ligne n'est pas coupée.",
    "Line ends are not all the same (the first that differs is here): they are kept. Check that this line is not cut.",
  ],
  [
    "Cette ligne répète la ligne {} : elle ne compte qu'une fois. Retirez le doublon dans le SGL.",
    "This line repeats line {}: it counts once. Remove the duplicate in the LIS.",
  ],
];
