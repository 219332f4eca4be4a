/** What matching works with: made from a reference and a lexicon, then given a model. */
import type { Engine } from "./candidates.ts";
import type { Memory } from "./memory.ts";
import type { Model } from "./model.ts";
import type { PanelIndex } from "./panel-index.ts";
import type { Language } from "./phrases.ts";

/** What is made from a reference, before a model comes in. */
export type Grounds = { readonly engine: Engine; readonly panels: PanelIndex; readonly language: Language };

/** With a `memory`, decisions taken earlier stand beside what rows say themselves. */
export type Matcher = Grounds & { readonly model: Model; readonly memory?: Memory };

/** Proposals hold no more candidates than this. */
export const MOST_CANDIDATES = 10;

/** A confidence as it is shown and written: four decimals. */
export function rounded(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
