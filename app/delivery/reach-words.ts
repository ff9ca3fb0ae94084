import type { CallUs } from "domain/call-us";
import type { Language } from "domain/language";
import { callUsWords, hoursTold } from "~/ui/words/call-us";

/** How whoever reads a message reaches the desk. */
export interface MessageReach {
  /** Its telephone, or null where it has none. */
  callUs: CallUs | null;
  zone: string;
  /** The guided request, which takes no telephone. */
  askUrl: string;
}

/** What "ask us for help" means in a message: the telephone with its hours where there is one, else the guided request. */
export function reachLine(language: Language, { callUs, zone, askUrl }: MessageReach): string {
  const words = callUsWords[language];
  return callUs ? words.said(callUs.phone, hoursTold(language, callUs, zone)) : words.askAt(askUrl);
}
