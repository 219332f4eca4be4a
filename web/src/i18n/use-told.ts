/** What the server tells, for the screen: in English by the shapes that are known, in French with spaces that do not break. */
import { useLanguage } from "./language.tsx";
import { inEnglish } from "./told.ts";

/** Tells a sentence of the server in the language of the screen; what has no known shape stays French. */
export function useTold(): (text: string) => string {
  return useLanguage().language === "fr" ? inFrench : (text) => inEnglish(text) ?? text;
}

function inFrench(text: string): string {
  return text.replace(/« /g, "«\u00a0").replace(/ (?=[»:;?!])/g, "\u00a0");
}
