/** Opens what the command line and the server both need: reference, lexicon, model. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadLexicon } from "../lexicon/load-lexicon.ts";
import { completeFrom } from "../loinc/complete.ts";
import { mergeReleases } from "../loinc/merge.ts";
import { openReference } from "../loinc/open-reference.ts";
import type { Release } from "../loinc/release.ts";
import { loadStarter, loadStarterPanels } from "../loinc/starter.ts";
import { buildEngine } from "../matching/candidates.ts";
import { indexPanels } from "../matching/exam.ts";
import type { Grounds } from "../matching/match-catalogue.ts";
import type { MeasuredModel } from "../matching/model.ts";
import type { Language } from "../matching/phrases.ts";
import { indexReference } from "../matching/reference-index.ts";

export type Opened = { readonly release: Release; readonly starter: boolean };

const MODEL = fileURLToPath(new URL("../../reference/model.json", import.meta.url));

/**
 * The reference made of `paths`, later ones over earlier ones; the starter when there are none. `onProgress` is told the
 * number of terms read so far of one path.
 */
export async function openReleases(paths: readonly string[], onProgress?: (terms: number) => void): Promise<Opened> {
  if (paths.length === 0) return { release: starter(), starter: true };
  const releases: Release[] = [];
  for (const path of paths) releases.push(await openReference(path, onProgress));
  return { release: completeFrom(mergeReleases(releases), starter()), starter: false };
}

/** The model that ships, with the precision of its "sign as a lot" band as measured when it was made. */
export function loadModel(): MeasuredModel {
  return JSON.parse(readFileSync(MODEL, "utf8")) as MeasuredModel;
}

/** Lexicon and index over `release`. The starter's terms mark what French laboratories use most, whatever the reference. */
export function groundsFor(release: Release, language: Language): Grounds {
  let grounds = known.get(release);
  if (grounds === undefined) {
    const french = new Set(starter().codes);
    const engine = buildEngine(loadLexicon(), indexReference(release), french);
    grounds = { engine, panels: indexPanels(engine, loadStarterPanels(), french) };
    known.set(release, grounds);
  }
  return { ...grounds, language };
}

/** What was made for a release that is still in use: a program that runs several commands makes it once. */
const known = new WeakMap<Release, Omit<Grounds, "language">>();

let readStarter: Release | undefined;

function starter(): Release {
  readStarter ??= loadStarter();
  return readStarter;
}
