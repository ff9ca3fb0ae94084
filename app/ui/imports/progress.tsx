import type { ImportView } from "domain/view";
import { ProgressBar } from "../progress-bar";
import { progressWords as words } from "../words/imports";

/** The bars of an import: bytes read, then answers hardened; each is said in words as well. */
export function Progress({ view }: { view: ImportView }) {
  const { state, doneBytes, totalBytes, toHarden } = view;
  const reading = state === "waiting" || state === "checking" || state === "loading";
  const answers = Math.max(view.added.answer, toHarden);
  return (
    <>
      {reading ? (
        <ProgressBar
          id="read"
          label={words.read}
          said={totalBytes === 0 ? words.notBegun : words.of(doneBytes, totalBytes)}
          value={doneBytes}
          max={totalBytes}
        />
      ) : null}
      {state === "hardening" ? (
        <ProgressBar
          id="hardened"
          label={words.hardened}
          said={words.left(toHarden)}
          value={answers - toHarden}
          max={answers}
        />
      ) : null}
    </>
  );
}
