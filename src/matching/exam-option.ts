/** What the code of an exam may be. */
import type { ExamFeature } from "./exam-features.ts";

/** `term` is -1 for "no code". */
export type ExamOption = {
  readonly term: number;
  readonly origin: "none" | "single" | "twin" | "main" | "panel" | "section" | "name";
  /** 0 to 1: how sure the code itself is, when it is that of an analysis; 1 for panels. */
  readonly trust: number;
  /** It may be signed in a lot as far as the analysis is concerned whose code it is. */
  readonly sure: boolean;
};

export type ExamPool = { readonly options: readonly ExamOption[]; readonly features: Float32Array };

/** Features of an option by name; those that it lacks are 0. */
export type OptionFeatures = Partial<Record<ExamFeature, number>>;

/** An option with its features. */
export type DescribedOption = { readonly option: ExamOption; readonly features: OptionFeatures };
