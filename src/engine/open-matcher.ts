/** Opens what the command line and the server both need: reference, lexicon, model. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { withOfficialForms } from "../lexicon/official-names.ts";
import { mergePanels } from "../loinc/panels.ts";
import type { Release } from "../loinc/release.ts";
import { loadStarter, loadStarterPanels } from "../loinc/starter.ts";
import { buildEngine } from "../matching/candidates.ts";
import type { Grounds } from "../matching/match-catalogue.ts";
import type { MeasuredModel } from "../matching/model.ts";
import { indexPanels } from "../matching/panel-index.ts";
import type { Language } from "../matching/phrases.ts";
import { indexReference } from "../matching/reference-index.ts";
import { type Companions, codesOfTab, NO_COMPANIONS } from "../reference/companions.ts";
import { codeNumbers } from "../reference/component-names.ts";
import { dataFolder } from "../reference/data-folder.ts";
import { type OpenedReferences, openReferences } from "../reference/open-references.ts";
import { formsOf } from "./official-forms.ts";
import { usualCodes } from "./usual-terms.ts";

export type Opened = OpenedReferences;

const MODEL = fileURLToPath(new URL("../../reference/model.json", import.meta.url));

/** `data`: the data folder, when it is not the usual one. `onProgress` is told how many terms are read, and of how many about. */
export type OpenOptions = { readonly data?: string; readonly onProgress?: (done: number, total: number) => void };

/**
 * The references in `paths` (files, folders, names of installed ones), later ones over earlier ones; those installed in the data folder when there are
 * none; else the starter. `groundsFor` knows what came with the release.
 */
export async function openReleases(paths: readonly string[], { data, onProgress }: OpenOptions = {}): Promise<Opened> {
  const opened = await openReferences(paths, {
    data: dataFolder(data),
    starter: starter(),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  openedWith.set(opened.release, opened.companions);
  return opened;
}

const openedWith = new WeakMap<Release, Companions>();

/** What came with a release that was opened here; nothing for another. */
export function companionsOf(release: Release): Companions {
  return openedWith.get(release) ?? NO_COMPANIONS;
}

/** The model that ships, with the precision of its "sign as a lot" band as measured when it was made. */
export function loadModel(): MeasuredModel {
  return JSON.parse(readFileSync(MODEL, "utf8")) as MeasuredModel;
}

/** Lexicon and index over `release`, and what came with it. The starter's terms mark what French laboratories use most, whatever the reference. */
export function groundsFor(
  release: Release,
  language: Language,
  companions: Companions = companionsOf(release),
): Grounds {
  const before = known.get(release);
  if (before?.companions === companions) return { ...before.grounds, language };
  const grounds = makeGrounds(release, companions);
  known.set(release, { companions, grounds });
  return { ...grounds, language };
}

function makeGrounds(release: Release, companions: Companions): Omit<Grounds, "language"> {
  const { circuit, panels } = companions;
  const own = loadLexicon();
  const lexicon = withOfficialForms(own, formsOf(own, release, companions));
  const french = usualCodes(release, starter());
  const engine = buildEngine(lexicon, indexReference(release), french, codeNumbers(codesOfTab(circuit, "analyses")));
  const usual = new Set([...french, ...codeNumbers(codesOfTab(circuit, "exams"))]);
  return { engine, panels: indexPanels(engine, mergePanels(loadStarterPanels(), panels), usual) };
}

type Made = { readonly companions: Companions; readonly grounds: Omit<Grounds, "language"> };

/** What was made for a release that is still in use: a program that runs several commands makes it once. */
const known = new WeakMap<Release, Made>();

let readStarter: Release | undefined;

function starter(): Release {
  readStarter ??= loadStarter();
  return readStarter;
}
