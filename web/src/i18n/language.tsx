/** The language of the screen: French unless the person chose English. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { speak } from "../api/client.ts";
import { en } from "./en/messages.ts";
import { fr, type Messages } from "./fr/messages.ts";

export type Language = "fr" | "en";

const KEY = "transloinc.language";
const MESSAGES: Readonly<Record<Language, Messages>> = { fr, en };

type Spoken = { readonly language: Language; readonly setLanguage: (language: Language) => void };
const SpokenContext = createContext<Spoken>({ language: "fr", setLanguage: () => {} });

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEY) === "en" ? "en" : "fr"));
  speak(language);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(KEY, language);
  }, [language]);
  const spoken = useMemo(() => ({ language, setLanguage }), [language]);
  return (
    <SpokenContext value={spoken}>
      <I18nProvider locale={language === "fr" ? "fr-FR" : "en-GB"}>{children}</I18nProvider>
    </SpokenContext>
  );
}

export function useLanguage(): Spoken {
  return useContext(SpokenContext);
}

/** The words of the screen in the language chosen. */
export function useMessages(): Messages {
  return MESSAGES[useLanguage().language];
}
