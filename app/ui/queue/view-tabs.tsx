import type { QueuePage } from "domain/view";
import { cx } from "../cx";
import { savedViews } from "../shell/desk";
import { countWords, queueWords } from "../words/desk";
import { viewWords } from "../words/labels";

/** The saved views as a strip, on screens where the menu is folded away. */
export function ViewTabs({ counts, view }: Pick<QueuePage, "counts" | "view">) {
  return (
    <nav aria-label={queueWords.views} className="overflow-x-auto border-b border-line px-2 lg:hidden">
      <ul className="flex">
        {(["all", ...savedViews] as const).map((v) => (
          <li key={v}>
            <a
              href={v === "all" ? "/queue" : `/queue?view=${v}`}
              aria-current={v === view ? "page" : undefined}
              className={cx(
                "flex gap-1.5 whitespace-nowrap border-b-2 border-transparent px-2 py-2.5 text-ink-2",
                v === view && "border-accent font-medium text-ink",
              )}
            >
              {viewWords[v]}
              {v === "ended" ? null : <span className="tabular-nums text-ink-3">{countWords(counts[v])}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
