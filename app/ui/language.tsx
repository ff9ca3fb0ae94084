import { createContext, useContext } from "react";
import type { Language } from "./languages";

/** The language a page is drawn in, and the address at which it is there in others, null for none; set once a response, in root.tsx. */
export const LanguageContext = createContext<{ language: Language; address: string | null }>({
  language: "en",
  address: "/",
});

/** The language this page is drawn in. */
export const useLanguage = (): Language => useContext(LanguageContext).language;

/** Words in the language of the page. */
export const useWords = <W,>(words: Record<Language, W>): W => words[useLanguage()];
