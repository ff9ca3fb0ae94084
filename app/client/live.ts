import { keyWords } from "./words";

const everyMs = 15_000;

/** The queue stays true while it is open: counts and ages change in place, new tickets are announced, no row moves. */
export function startLive(): void {
  const pill = document.querySelector<HTMLElement>("[data-live-pill]");
  if (!pill) return;
  setInterval(async () => {
    if (document.visibilityState !== "visible") return;
    const page = await fetched().catch(() => null);
    if (page) update(pill, page);
  }, everyMs);
}

/** This very page as it is now, or null when it is another one by now (signed out, refused). */
async function fetched(): Promise<Document | null> {
  const answer = await fetch(location.href, { headers: { "Countersign-Live": "1" }, redirect: "error" });
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
}

function update(pill: HTMLElement, page: Document): void {
  for (const count of page.querySelectorAll<HTMLElement>("[data-count]")) {
    const same = document.querySelectorAll(`[data-count="${CSS.escape(count.dataset.count ?? "")}"]`);
    for (const old of same) old.textContent = count.textContent;
  }
  const here = new Map([...document.querySelectorAll<HTMLElement>("[data-row]")].map((row) => [row.dataset.row, row]));
  const rows = [...page.querySelectorAll<HTMLElement>("[data-row]")];
  for (const row of rows) {
    const old = here.get(row.dataset.row)?.querySelector("time");
    const time = row.querySelector("time");
    if (old && time) old.replaceWith(time);
  }
  // Behind the last known row of a full page stand tickets that only moved up from the next one.
  const last = document.querySelector("[data-older]")
    ? rows.findLastIndex((row) => here.has(row.dataset.row))
    : rows.length;
  const fresh = rows.filter((row, i) => i < last && !here.has(row.dataset.row)).length;
  pill.hidden = fresh === 0;
  if (fresh > 0) pill.textContent = keyWords.fresh(fresh);
}
