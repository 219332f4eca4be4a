/** Numbers, shares and dates as the language writes them. */
import { useMemo } from "react";
import { useLanguage } from "./language.tsx";

export type Format = {
  readonly number: (value: number) => string;
  /** 0 to 1, as a percentage without decimals; never 100 % unless it is 1. */
  readonly percent: (share: number) => string;
  /** 0 to 1, as a percentage with one decimal. */
  readonly precise: (share: number) => string;
  readonly date: (iso: string) => string;
  readonly moment: (iso: string) => string;
};

export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}

export function formatFor(language: "fr" | "en"): Format {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const plain = new Intl.NumberFormat(locale);
  const whole = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  return {
    number: (value) => plain.format(value),
    percent: (share) => whole.format(share < 1 ? Math.min(share, 0.99) : 1),
    precise: (share) => decimal.format(share),
    date: (iso) => day.format(new Date(iso)),
    moment: (iso) => time.format(new Date(iso)),
  };
}
