import { createContext } from "react";

/** What the document is drawn with that no loader gives: the script's address, its nonce, the request's id. */
export interface PageFacts {
  /** The built file of entry.client.ts for a page of the desk; null elsewhere: the public side runs no script. */
  script: string | null;
  nonce: string;
  request: string;
}

/** Set once a response, in entry.server.tsx. */
export const PageContext = createContext<PageFacts>({ script: null, nonce: "", request: "" });
