import { createContext } from "react";
import type { DemoFacts } from "./page.server";
import type { Language } from "./ui/languages";
import type { Reach } from "./ui/portal/reach";
import type { Desk } from "./ui/shell/desk";

/** What the document is drawn with that no loader gives. */
export interface PageFacts {
  /** The built file of entry.client.ts for a page of the desk, of entry.portal.ts for a public one; null on a page of an error. */
  script: string | null;
  nonce: string;
  /** The id of the request, to ask about. */
  request: string;
  /** Where the page of an error leads on to. */
  home: string;
  /** The desk as its pages of errors draw it for the signed-in member of staff who asked; null for anyone else. */
  desk: Desk | null;
  /** What the demo's bar shows on a page of an error, where no loader gives it; null elsewhere. */
  demo: DemoFacts | null;
  /** The path that was asked for. */
  path: string;
  /** Whether this is a page of the public side. */
  portal: boolean;
  /** The same with its query. */
  address: string;
  language: Language;
  reach: Reach;
}

/** Set once a response, in entry.server.tsx. */
export const PageContext = createContext<PageFacts>({
  script: null,
  nonce: "",
  request: "",
  home: "/",
  desk: null,
  demo: null,
  path: "/",
  portal: false,
  address: "/",
  language: "en",
  reach: { callUs: null, owners: "", zone: "UTC" },
});
