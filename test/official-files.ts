/** Official files in small, in the layouts of the publications: real archives and workbooks, some of LOINC's terms, French words of our own. */
import writeXlsxFile from "write-excel-file/node";
import { displayName, findTerm } from "../src/loinc/release.ts";
import { loadStarter } from "../src/loinc/starter.ts";
import type { Term } from "../src/loinc/term.ts";
import { zipBytes } from "./zip-bytes.ts";

type Cells = readonly (string | number)[];

/** A table as the official archive holds it: every cell in quotes, CRLF. */
export function officialCsv(header: Cells, rows: readonly Cells[]): string {
  const line = (cells: Cells): string => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",");
  return [header, ...rows].map((cells) => `${line(cells)}\r\n`).join("");
}

/** The header of Loinc.csv, whole. */
export const LOINC_HEADER =
  "LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS,VersionLastChanged,CHNG_TYPE,DefinitionDescription,STATUS,CONSUMER_NAME,CLASSTYPE,FORMULA,EXMPL_ANSWERS,SURVEY_QUEST_TEXT,SURVEY_QUEST_SRC,UNITSREQUIRED,RELATEDNAMES2,SHORTNAME,ORDER_OBS,HL7_FIELD_SUBFIELD_ID,EXTERNAL_COPYRIGHT_NOTICE,EXAMPLE_UNITS,LONG_COMMON_NAME,EXAMPLE_UCUM_UNITS,STATUS_REASON,STATUS_TEXT,CHANGE_REASON_PUBLIC,COMMON_TEST_RANK,COMMON_ORDER_RANK,HL7_ATTACHMENT_STRUCTURE,EXTERNAL_COPYRIGHT_LINK,PanelType,AskAtOrderEntry,AssociatedObservations,VersionFirstReleased,ValidHL7AttachmentRequest,DisplayName".split(
    ",",
  );

/** Columns of a term in Loinc.csv. */
export function officialRow(term: Term, version = "2.81", notice = ""): Cells {
  const cells: Readonly<Record<string, string | number>> = {
    LOINC_NUM: term.code,
    COMPONENT: term.component,
    PROPERTY: term.property,
    TIME_ASPCT: term.time,
    SYSTEM: term.system,
    SCALE_TYP: term.scale,
    METHOD_TYP: term.method,
    CLASS: term.class,
    VersionLastChanged: version,
    STATUS: term.status,
    CLASSTYPE: 1,
    RELATEDNAMES2: term.related,
    SHORTNAME: term.shortName,
    ORDER_OBS: term.use,
    EXTERNAL_COPYRIGHT_NOTICE: notice,
    LONG_COMMON_NAME: term.longName,
    EXAMPLE_UCUM_UNITS: term.units,
    COMMON_TEST_RANK: term.rank,
    DisplayName: displayName(term),
  };
  return LOINC_HEADER.map((name) => cells[name] ?? "");
}

/** A term of the starter, with what is `changed`. */
export function starterTerm(code: string, changed: Partial<Term> = {}): Term {
  return { ...findTerm(loadStarter(), code)!, french: "", ...changed };
}

export type ArchiveParts = {
  readonly terms: readonly Term[];
  /** Such as 2.81. */
  readonly version?: string;
  readonly mapTo?: readonly Cells[];
  readonly panels?: Readonly<Record<string, readonly string[]>>;
  /** French variant: code, component, system, long name, related names. */
  readonly french?: readonly (readonly [string, string, string, string, string])[];
  readonly parts?: readonly (readonly [name: string, display: string])[];
  /** Code → notice. */
  readonly notices?: Readonly<Record<string, string>>;
};

const VARIANT_HEADER =
  "LOINC_NUM,COMPONENT,PROPERTY,TIME_ASPCT,SYSTEM,SCALE_TYP,METHOD_TYP,CLASS,SHORTNAME,LONG_COMMON_NAME,RELATEDNAMES2,LinguisticVariantDisplayName".split(
    ",",
  );
const PANELS_HEADER =
  "ParentId,ParentLoinc,ParentName,ID,SEQUENCE,Loinc,LoincName,DisplayNameForForm,ObservationRequiredInPanel,EntryType".split(
    ",",
  );

/** The files of the official archive by their paths in it. */
export function archiveFiles(parts: ArchiveParts): Record<string, string> {
  const { terms, version = "2.81", mapTo = [], panels = {}, french = [], notices = {} } = parts;
  const variant = (rows: NonNullable<ArchiveParts["french"]>): string =>
    officialCsv(
      VARIANT_HEADER,
      rows.map(([code, component, system, name, related]) => [
        ...[code, component, "", "", system, "", "", "", "", "", related, name],
      ]),
    );
  const members = Object.entries(panels).flatMap(([panel, codes]) =>
    [panel, ...codes].map((code, i) => [1, panel, "panel", i, i, code, "", "", "R", ""]),
  );
  const partRows = (parts.parts ?? []).map(([name, display], i) => [`LP${i}-0`, "COMPONENT", name, display, "ACTIVE"]);
  return {
    "LoincTableCore/LoincTableCore.csv": officialCsv(
      ["LOINC_NUM", "COMPONENT", "PROPERTY", "TIME_ASPCT", "SYSTEM", "SCALE_TYP", "METHOD_TYP", "STATUS"],
      [],
    ),
    "LoincTable/Loinc.csv": officialCsv(
      LOINC_HEADER,
      terms.map((term) => officialRow(term, version, notices[term.code])),
    ),
    "LoincTable/MapTo.csv": officialCsv(["LOINC", "MAP_TO", "COMMENT"], mapTo),
    "LoincTable/SourceOrganization.csv": officialCsv(["ID", "COPYRIGHT_ID", "NAME"], []),
    "AccessoryFiles/PanelsAndForms/PanelsAndForms.csv": officialCsv(PANELS_HEADER, members),
    "AccessoryFiles/PartFile/Part.csv": officialCsv(
      ["PartNumber", "PartTypeName", "PartName", "PartDisplayName", "Status"],
      partRows,
    ),
    "AccessoryFiles/LinguisticVariants/deDE15LinguisticVariant.csv": variant([
      ["2345-7", "Glukose", "Serum oder Plasma", "Glukose in Serum oder Plasma", ""],
    ]),
    "AccessoryFiles/LinguisticVariants/frFR18LinguisticVariant.csv": variant(french),
  };
}

/** `Loinc_2.NN.zip`. */
export function loincZip(parts: ArchiveParts): Buffer {
  return zipBytes(archiveFiles(parts));
}

const BIOLOGIE_HEADER = [
  ...[
    "code_loinc",
    "libelle_francais_ref",
    "composant_anglais",
    "composant_francais",
    "synonymes",
    "grandeur",
    "temps",
  ],
  ...["milieu_biologique", "echelle", "technique", "chapitre", "date_de_validation", "version_vp", "statut"],
  "version_item_corrige",
];

export type BiologieRow = {
  readonly code: string;
  readonly label?: string;
  readonly component?: string;
  readonly synonyms?: string;
  readonly system?: string;
  readonly validated?: string;
};

/** `LOINCFR_JeuDeValeurs.xlsx`, with its two sheets; in the second, rows of act and code. */
export function biologieFr(rows: readonly BiologieRow[], nabm: readonly Cells[] = []): Promise<Buffer> {
  const names = rows.map(
    ({ code, label = "", component = "", synonyms = "", system = "", validated = "30/06/2026" }) => [
      ...[code, label, "", component, synonyms, "", "", system, "", "", "", validated, "1", "Actif", ""],
    ],
  );
  const acts = nabm.map(([act, code]) => [act!, "", code!, ""]);
  return xlsx({
    "LOINC Biologie FR": [BIOLOGIE_HEADER, ...names],
    "Alignement NABM-LOINC FR": [["Code NABM", "Libellé NABM", "Code LOINC", "Libelle LOINC"], ...acts],
  });
}

export type CircuitTabs = {
  readonly exams?: readonly string[];
  readonly analyses?: readonly string[];
  readonly chapters?: readonly string[];
};

/** *Circuit de la biologie* in one of the layouts that it has had: a title above the headings, a tab each. */
export function circuitXlsx({ exams = [], analyses = [], chapters = [] }: CircuitTabs): Promise<Buffer> {
  const tab = (codes: readonly string[]): Cells[] => [
    ["Jeu de valeurs Circuit de la biologie"],
    [],
    ["Chapitre", "Code LOINC", "Libellé LOINC FR", "Statut"],
    ...codes.map((code) => ["Biochimie", code, `Libellé du circuit ${code}`, "Actif"]),
  ];
  return xlsx({
    "0.Lisez-moi": [["Lisez-moi"]],
    "1.Demandes": tab(exams),
    "2.Chapitres LOINC": tab(chapters),
    "3.Résultats": tab(analyses),
  });
}

/** A workbook with these sheets. Numbers stay numbers. */
export function xlsx(sheets: Readonly<Record<string, readonly Cells[]>>): Promise<Buffer> {
  return writeXlsxFile(
    Object.entries(sheets).map(([sheet, rows]) => ({
      sheet,
      data: rows.map((cells) =>
        cells.map((value) => (typeof value === "number" ? { value, type: Number } : { value, type: String })),
      ),
    })),
  ).toBuffer();
}
