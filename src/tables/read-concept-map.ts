/** A mapping in a FHIR ConceptMap (R4 or R5), alone or in a Bundle. */

import { decode } from "../catalogue/encoding.ts";
import { errorAt } from "../catalogue/problems.ts";
import { checkText, type InputFile } from "../catalogue/table.ts";
import { buildMapping, type PlainRow } from "./build-mapping.ts";
import { type Field, fieldsNamed } from "./fields.ts";
import type { MappingTable } from "./mapping.ts";
import { nothing, type ReadOptions } from "./read-csv.ts";
import { isLoincSystem, localName } from "./references.ts";

/** The mapping in the JSON of `file`: groups that lead to LOINC, or from it. Never throws on what is in it. */
export function readConceptMap(file: InputFile, options: ReadOptions): MappingTable {
  const refuse = (code: string, message: string): MappingTable =>
    nothing("conceptmap", [errorAt({ file: file.name }, code, message)]);
  const text = checkText(file, options.limits ?? {});
  if ("severity" in text) return nothing("conceptmap", [text]);
  let content: unknown;
  try {
    content = JSON.parse(decode(file.bytes, "utf-8").replace(/^\ufeff/, ""));
  } catch (error) {
    return refuse("damaged-json", `Ce fichier JSON est abîmé (${(error as Error).message}) : exportez-le de nouveau.`);
  }
  const maps = conceptMaps(content);
  if (maps.length === 0)
    return refuse(
      "no-concept-map",
      "Ce fichier JSON ne contient pas de ConceptMap FHIR : vérifiez que c'est le bon fichier.",
    );
  let line = 0;
  const rows = maps.flatMap((map) =>
    list(map.group).flatMap((group) => {
      const reversed = isLoincSystem(textOf(group.source));
      if (!reversed && !isLoincSystem(textOf(group.target))) return [];
      return list(group.element).flatMap((element) => {
        line++;
        return elementRows(element, reversed, levelOf(textOf(group.source) + textOf(group.target)), line);
      });
    }),
  );
  if (rows.length === 0)
    return refuse(
      "no-loinc-mapping",
      "Aucun groupe de ce ConceptMap ne mène à LOINC (target http://loinc.org) : vérifiez son code system.",
    );
  return { format: "conceptmap", ...buildMapping(rows, file.name), columns: [], problems: [] };
}

type Json = { readonly [name: string]: unknown };

function conceptMaps(content: unknown): Json[] {
  if (!isObject(content)) return [];
  if (content.resourceType === "ConceptMap") return [content];
  return content.resourceType === "Bundle" ? list(content.entry).flatMap(({ resource }) => conceptMaps(resource)) : [];
}

function elementRows(element: Json, reversed: boolean, level: string, line: number): PlainRow[] {
  const own = { code: textOf(element.code), display: textOf(element.display) };
  const targets = list(element.target).filter((target) => !isNoMap(target));
  if (targets.length === 0) return reversed ? [] : [{ line, fields: { level, code: own.code, label: own.display } }];
  return targets.map((target): PlainRow => {
    const its = { code: textOf(target.code), display: textOf(target.display) };
    const [local, loinc] = reversed ? [its, own] : [own, its];
    return {
      line,
      fields: {
        ...dependencies(target),
        level,
        code: local.code,
        label: local.display,
        loinc: loinc.code,
        name: loinc.display,
      },
    };
  });
}

/** R4 says `unmatched` or `disjoint`, R5 `not-related-to`. */
function isNoMap({ code, equivalence, relationship }: Json): boolean {
  return (
    textOf(code) === "" ||
    ["unmatched", "disjoint", "not-related-to"].includes(textOf(equivalence) || textOf(relationship))
  );
}

/** What the mapping depends on, when it is named like a field: `{property: "unit", value: "g/L"}` (R5: `attribute`, `valueString`, `valueCode`, `valueCoding`). */
function dependencies(target: Json): { readonly [field in Field]?: string } {
  return Object.fromEntries(
    list(target.dependsOn).flatMap((one): [Field, string][] => {
      const [named] = [...fieldsNamed(localName(textOf(one.property) || textOf(one.attribute)))].sort(
        ([, a], [, b]) => b - a,
      );
      const coding = isObject(one.valueCoding) ? textOf(one.valueCoding.display) || textOf(one.valueCoding.code) : "";
      const value =
        textOf(one.display) || textOf(one.value) || textOf(one.valueString) || textOf(one.valueCode) || coding;
      return named === undefined || value === "" ? [] : [[named[0], value]];
    }),
  );
}

/** The level that the address of the local code system names, when it does. */
function levelOf(uri: string): string {
  return /(sous-?chapitre|subchapter|chapitre|chapter|examen|exam|demande|order)/i.exec(uri)?.[1] ?? "";
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
}
