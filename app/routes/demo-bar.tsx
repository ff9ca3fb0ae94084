import type { DemoFacts } from "~/page.server";
import { DemoBar } from "~/ui/demo/demo-bar";
import { LanguageContext } from "~/ui/language";

/** The demo's bar for a page's data, in English on every page, or nothing outside the demo. */
export const demoOf = (demo: DemoFacts | null) =>
  demo ? (
    <LanguageContext.Provider value={english}>
      <DemoBar {...demo} />
    </LanguageContext.Provider>
  ) : undefined;

const english = { language: "en", address: "/" } as const;
