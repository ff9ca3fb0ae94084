import { Check, Copy } from "lucide-react";
import { copiedWord, copyWords } from "./words/desk";

/** Copies a short text; shown by the page's script, since nothing can be copied without one. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  return (
    <button
      type="button"
      hidden
      data-copy={text}
      data-copied={copiedWord}
      aria-label={copyWords(label)}
      className="group inline-flex size-6 items-center justify-center rounded text-ink-3 hover:bg-wash hover:text-ink"
    >
      <Copy aria-hidden="true" className="size-3.5 group-data-[done]:hidden" />
      <Check aria-hidden="true" className="hidden size-3.5 text-good group-data-[done]:block" />
    </button>
  );
}
