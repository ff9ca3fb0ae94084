import type { ImportView } from "domain/view";
import { Tag, type TagTone } from "../tag";
import { importStates } from "../words/imports";

/** How far an import is, in one word. */
export function ImportStateTag({ state }: { state: ImportView["state"] }) {
  return <Tag tone={tones[state]}>{importStates[state]}</Tag>;
}

const tones: Record<ImportView["state"], TagTone> = {
  waiting: "wait",
  checking: "accent",
  loading: "accent",
  hardening: "accent",
  done: "good",
  failed: "bad",
};
