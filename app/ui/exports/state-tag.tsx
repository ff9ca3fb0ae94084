import type { ExportView } from "domain/view";
import { Tag, type TagTone } from "../tag";
import { exportStates } from "../words/exports";

/** How far an export is, in a word or two; one under way with its share. */
export function ExportStateTag({ view }: { view: Pick<ExportView, "state" | "done" | "size"> }) {
  const { state, done, size } = view;
  const share = state === "running" && size > 0 ? `, ${Math.floor((done / size) * 100)} %` : "";
  return (
    <Tag tone={tones[state]}>
      {exportStates[state]}
      {share}
    </Tag>
  );
}

const tones: Record<ExportView["state"], TagTone> = {
  waiting: "wait",
  running: "accent",
  done: "good",
  failed: "bad",
  removed: "neutral",
};
