/** What tests of the review share: people, a project made of the example laboratory, terms of the starter. */
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findTerm } from "../src/loinc/release.ts";
import { loadStarter } from "../src/loinc/starter.ts";
import type { Proposal } from "../src/matching/proposal.ts";
import { createProject } from "../src/workspace/create-project.ts";
import type { Database } from "../src/workspace/database.ts";
import { createLaboratory } from "../src/workspace/laboratories.ts";
import { listItems } from "../src/workspace/list-items.ts";
import { isRefusal } from "../src/workspace/refusal.ts";
import type {
  Actor,
  Choice,
  ItemSummary,
  Level,
  ProjectSettings,
  ReferenceVersion,
  Refusal,
  Role,
  StoredFile,
  TermLookup,
} from "../src/workspace/types.ts";
import { aCandidate, aProposal } from "./proposal.ts";

const EXAMPLE = fileURLToPath(new URL("../examples/laboratoire-du-port/", import.meta.url));

/** Terms of the starter reference. */
export const terms: TermLookup = (code) => findTerm(loadStarter(), code);

export const REFERENCES: readonly ReferenceVersion[] = [
  { title: "Transloinc starter", version: "2.81", source: "reference/starter", terms: loadStarter().size },
];

export function aPerson(name: string, role: Role, specialties: readonly string[] = []): Actor {
  return { id: randomUUID(), name, roles: [role], specialties };
}

/** The three files of the example laboratory, or a file's text changed by `change`. */
export function exampleFiles(change: (text: string, name: string) => string = (text) => text): StoredFile[] {
  return readdirSync(EXAMPLE)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({
      name,
      bytes: Buffer.from(change(readFileSync(EXAMPLE + name, "latin1"), name), "latin1"),
    }));
}

export const manager = aPerson("Gestionnaire", "manager");

/** A project of the example laboratory, in a laboratory of its own. */
export async function aProject(db: Database, settings?: ProjectSettings): Promise<string> {
  const laboratory = given(await createLaboratory(db, manager, `Laboratoire ${randomUUID()}`));
  const { project } = given(
    await createProject(db, manager, {
      laboratory: laboratory.id,
      name: "Catalogue",
      files: exampleFiles(),
      references: REFERENCES,
      ...(settings && { settings }),
    }),
  );
  return project.id;
}

/** `value` when it is no refusal. */
export function given<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Error(`${value.refused}: ${value.message}`);
  return value;
}

/** The item of a project with this local code, as it is now. */
export async function itemOf(db: Database, project: string, level: Level, code: string): Promise<ItemSummary> {
  const { items } = await listItems(db, project, { level, limit: 5000 });
  const found = items.find((item) => item.code === code);
  if (found === undefined) throw new Error(`no ${level} ${code}`);
  return found;
}

export function loincChoice(loinc: string, given: Partial<Choice> = {}): Choice {
  return { kind: "loinc", loinc, reason: "", from: "proposal", ...given };
}

/** A proposal of one code, in the `auto` band. */
export function autoProposal(level: Level, code: string, loinc: string, parent = ""): Proposal {
  return aProposal({
    ...{ level, code, label: code, band: "auto", confidence: 0.97 },
    ...(parent !== "" && { parent }),
    candidates: [aCandidate(loinc, 0.97, { component: { verdict: "supports" }, method: { verdict: "contradicts" } })],
  });
}
