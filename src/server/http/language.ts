import type { Language } from "../../matching/phrases.ts";

/** The first of French and English that `Accept-Language` names; French when it names neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const named = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality.trim().slice(2)) };
    })
    .filter(({ language, quality }) => (language === "fr" || language === "en") && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return named[0]?.language === "en" ? "en" : "fr";
}
