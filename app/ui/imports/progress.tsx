import type { ImportView } from "domain/view";
import { progressWords as words } from "../words/imports";

/** The bars of an import: bytes read, then answers hardened; each is said in words as well. */
export function Progress({ view }: { view: ImportView }) {
  const { state, doneBytes, totalBytes, toHarden } = view;
  const reading = state === "waiting" || state === "checking" || state === "loading";
  const answers = Math.max(view.added.answer, toHarden);
  return (
    <>
      {reading ? (
        <Bar id="read" label={words.read} said={words.of(doneBytes, totalBytes)} value={doneBytes} max={totalBytes} />
      ) : null}
      {state === "hardening" ? (
        <Bar
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

function Bar({ id, label, said, value, max }: { id: string; label: string; said: string; value: number; max: number }) {
  return (
    <div>
      <p className="mb-1.5 flex justify-between gap-4">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <span className="tabular-nums text-ink-2">{said}</span>
      </p>
      <progress
        id={id}
        value={value}
        max={Math.max(max, 1)}
        className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  );
}
