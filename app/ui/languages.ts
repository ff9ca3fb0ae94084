import { type Language, languages } from "domain/language";

export { type Language, languages } from "domain/language";

/** Each language's own name of itself, which way it is written, and its times and numbers: with the digits of codes in Arabic, too. */
export const languageFacts: Record<Language, { name: string; dir: "ltr" | "rtl"; locale: string }> = {
  en: { name: "English", dir: "ltr", locale: "en-GB" },
  ar: { name: "العربية", dir: "rtl", locale: "ar-u-nu-latn" },
};

/** How the door tells the forms which language their page speaks; what a browser sends under this name is dropped. */
export const languageHeader = "countersign-language";

export const isLanguage = (text: string | null | undefined): text is Language => languages.some((one) => one === text);

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4): the highest quality, the first of equals; English for none. */
export function languageOf(header: string | null | undefined): Language {
  const asked = (header ?? "").slice(0, 500).split(",").map(rangeOf);
  const known = asked.filter((r): r is { language: Language; q: number } => isLanguage(r.language) && r.q > 0);
  return known.sort((a, b) => b.q - a.q)[0]?.language ?? "en";
}

function rangeOf(range: string): { language: string; q: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const q = parameters.find((p) => p.startsWith("q="))?.slice(2);
  return { language: tag.split("-")[0] ?? "", q: q === undefined ? 1 : Number(q) || 0 };
}
