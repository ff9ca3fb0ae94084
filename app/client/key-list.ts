import { showDialog } from "./dialog";
import { make, nameOf, seen } from "./dom";
import { keyWords } from "./words";

/** The keys that work on this page, read off the page itself. */
export function openKeys(): void {
  const list = make("dl", "grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2");
  for (const [key, what] of keysHere()) list.append(make("dt", "text-right", keyCap(key)), make("dd", "", what));
  const close = make("button", "mt-4 rounded border border-line-strong px-3.5 py-1.5 font-medium", keyWords.close);
  const box = make("div", "p-5", make("h2", "mb-3 text-lg font-semibold", keyWords.title), list, close);
  const dialog = showDialog(keyWords.title, "m-auto max-w-sm", box);
  close.addEventListener("click", () => dialog.close());
}

function keysHere(): [string, string][] {
  const rows = seen("[data-row]").length > 0;
  const own = seen("[data-key]").map((element): [string, string] => [
    element.dataset.key?.toUpperCase() ?? "",
    nameOf(element),
  ]);
  const inRows = new Map(
    seen("[data-row-key]").map((b) => [
      b.dataset.rowKey?.toUpperCase() ?? "",
      keyWords.rowKeys[b.dataset.rowKey ?? ""] ?? nameOf(b),
    ]),
  );
  return [
    ...(seen("[data-search]").length > 0 ? [["/", keyWords.search] as [string, string]] : []),
    ...(rows
      ? ([
          ["J K", keyWords.move],
          ["Enter", keyWords.open],
        ] as [string, string][])
      : []),
    ...inRows,
    ...own,
    ...(own.length > 0 ? [["Alt", keyWords.alt] as [string, string]] : []),
    ["Ctrl K", keyWords.palette],
    ["Esc", keyWords.escape],
    ["?", keyWords.title],
  ];
}

const keyCap = (key: string): HTMLElement =>
  make("kbd", "rounded border border-line-strong bg-wash px-1.5 font-sans text-xs font-medium text-ink-2", key);
