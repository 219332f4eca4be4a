/** The same value sets as FHIR: CodeSystem, ValueSet, ConceptMap, alone or in a Bundle. */
import { readFile } from "node:fs/promises";
import { isLoincCode } from "../loinc/code.ts";
import { plain } from "../loinc/plain.ts";
import { errorAt, grouped, type Problem, warningAt } from "../loinc/problem.ts";
import type { NabmAlignment } from "./companions.ts";
import { type FrenchNames, frenchNamesBuilder } from "./french-names.ts";

export type FhirContent = {
  /** Titles, names and addresses of the resources: what tells which value set it is. */
  readonly about: string;
  /** Business version of the first resource that has one; empty when none does. */
  readonly version: string;
  readonly codes: ReadonlySet<string>;
  readonly names: FrenchNames;
  readonly nabm: NabmAlignment;
  readonly problems: readonly Problem[];
};

type Json = { readonly [key: string]: unknown };

/** What the JSON file at `path` holds, or why it cannot be read. */
export async function readFhir(path: string, file: string): Promise<FhirContent | Problem> {
  const text = (await readFile(path, "utf8")).replace(/^\ufeff/, "");
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    const { line, column } = placeOfFault(text, String(error));
    const message = "Le fichier JSON est abîmé ou coupé : téléchargez-le de nouveau.";
    return errorAt({ file, line, column }, "damaged-json", message);
  }
  const resources = resourcesIn(root).filter(({ resourceType }) => KNOWN.has(String(resourceType)));
  if (resources.length === 0) {
    const message =
      "Ce fichier JSON n'est ni un CodeSystem, ni un ValueSet, ni un ConceptMap FHIR : donnez l'un d'eux.";
    return errorAt({ file }, "not-fhir", message);
  }
  return contentOf(resources, file);
}

const KNOWN = new Set(["CodeSystem", "ValueSet", "ConceptMap"]);

function resourcesIn(root: unknown): Json[] {
  if (!isObject(root)) return [];
  return root.resourceType === "Bundle" ? list(root.entry).flatMap((entry) => resourcesIn(entry.resource)) : [root];
}

function contentOf(resources: readonly Json[], file: string): FhirContent {
  const codes = new Set<string>();
  const names = frenchNamesBuilder();
  const nabm = new Map<string, Set<string>>();
  const wrong: Problem[] = [];
  for (const resource of resources) {
    const french = String(resource.language ?? "").startsWith("fr");
    for (const concept of conceptsOf(resource)) {
      const code = String(concept.code ?? "");
      if (isLoincCode(code)) {
        codes.add(code);
        names.add({ code, ...namesOf(concept, french) });
      } else {
        const message = `« ${code} » n'est pas un code LOINC (clé de contrôle) : le concept est passé.`;
        wrong.push(warningAt({ file }, "no-loinc-code", message));
      }
    }
    for (const { code: act, target } of list(resource.group).flatMap((group) => list(group.element))) {
      const act4 = String(act ?? "").padStart(4, "0");
      for (const { code } of list(target))
        if (/^\d{4}$/.test(act4) && isLoincCode(String(code)))
          nabm.set(act4, (nabm.get(act4) ?? new Set()).add(String(code)));
    }
  }
  const empty = codes.size === 0 && nabm.size === 0;
  return {
    about: plain(resources.map(({ id, url, name, title }) => [id, url, name, title].join(" ")).join(" ")),
    version: String(resources.find(({ version }) => typeof version === "string")?.version ?? ""),
    codes,
    names: names.build(),
    nabm: new Map([...nabm].map(([act, members]) => [act, [...members]])),
    problems: empty
      ? [
          errorAt(
            { file },
            "no-codes",
            "Aucun concept n'a de code LOINC : exportez le jeu de valeurs développé (expansion) ou complet.",
          ),
        ]
      : grouped(wrong),
  };
}

/** The concepts of a CodeSystem, those that a ValueSet names or expands to. */
function conceptsOf(resource: Json): Json[] {
  const nested = (concepts: Json[], below: string): Json[] =>
    concepts.flatMap((concept) => [concept, ...nested(list(concept[below]), below)]);
  const { expansion, compose } = resource as { readonly expansion?: Json; readonly compose?: Json };
  return [
    ...nested(list(resource.concept), "concept"),
    ...nested(list(expansion?.contains), "contains").filter(ofLoinc),
    ...list(compose?.include)
      .filter(ofLoinc)
      .flatMap((include) => list(include.concept)),
  ];
}

function ofLoinc({ system }: Json): boolean {
  return system === undefined || /loinc/i.test(String(system));
}

function namesOf(concept: Json, french: boolean): { label: string; component: string; synonyms: string } {
  const designations = list(concept.designation).filter(({ language = french ? "fr" : "" }) =>
    String(language).startsWith("fr"),
  );
  const isSynonym = ({ use }: Json): boolean => /synonym/i.test(String((use as Json | undefined)?.code ?? ""));
  const official = designations.find((one) => !isSynonym(one));
  const property = (pattern: RegExp): string => {
    const found = list(concept.property).find(({ code }) => pattern.test(plain(String(code ?? ""))));
    return String(found?.valueString ?? "");
  };
  return {
    label: String(official?.value ?? (french ? (concept.display ?? "") : "")),
    component: property(/composant.?(fr|francais)/),
    synonyms: [...designations.filter(isSynonym).map(({ value }) => String(value ?? "")), property(/^synonyme?s?$/)]
      .filter((synonym) => synonym !== "")
      .join(";"),
  };
}

/** Where the parser stopped, when its message tells; zeros when it does not. */
function placeOfFault(text: string, message: string): { line: number; column: number } {
  const position = /end of JSON/.test(message) ? text.length : /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return { line: 0, column: 0 };
  const before = text.slice(0, Number(position)).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
