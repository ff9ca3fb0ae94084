import { createContext, useContext } from "react";
import type { Language } from "./languages";

/** The language a page is drawn in, and the path at which it is there in others, null for none; set once a response, in root.tsx. */
export const LanguageContext = createContext<{ language: Language; path: string | null }>({
  language: "en",
  path: "/",
});

/** The language this page is drawn in. */
export const useLanguage = (): Language => useContext(LanguageContext).language;

/** Words in the language of the page. */
export const useWords = <W,>(words: Record<Language, W>): W => words[useLanguage()];
